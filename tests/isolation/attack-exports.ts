import type { World } from "./a-world.ts";
import { tryRequest } from "./finding.ts";
import { aClient, anIssuedFacture, aProduit } from "./issue.ts";
import type { Finding } from "./report.ts";

const target = "/factures.csv";

/** Lists taken away: to whom may, of the société the page was rendered for, under its own name. */
export async function attackExports(world: World): Promise<Finding[]> {
  const { a, b, both } = world;
  const { clientId } = await aClient(b);
  const as = (cookie: string) => ({ headers: { cookie } });
  const of = (societe: string, more = "") => `${target}?societe=${societe}${more}`;
  const admin = as(a.staff.admin.cookie);
  const holds = (isHeld: (text: string, answer: Response) => boolean, fault: string) => ({
    faultIn: (answer: Response, body: Uint8Array) =>
      isHeld(Buffer.from(body).toString("utf8"), answer) ? null : fault,
  });
  const own = holds(
    (text, { headers }) =>
      text.includes(a.mark) && (headers.get("content-disposition") ?? "").includes(`-${a.mark}-`),
    "not A's own list, or not under its name",
  );
  const empty = holds((text) => text.trimEnd().split("\r\n").length === 1, "rows of somebody");
  const allowed = (["admin", "comptable", "complet"] as const).map((actor) => ({
    ...{ attack: `own, as ${actor}`, url: of(a.id), init: as(a.staff[actor].cookie) },
    ...{ expected: "200", ...own },
  }));
  const attempts = [
    ...allowed,
    {
      attack: "own, not allowed to",
      url: of(a.id),
      init: as(a.staff.restreint.cookie),
      expected: "403",
    },
    { attack: "B's, as A", url: of(b.id), init: admin, expected: "409" },
    {
      attack: "B's, by a member of both who is on A",
      url: of(b.id),
      init: as(both.cookie),
      expected: "409",
    },
    { attack: "of no société", url: target, init: admin, expected: "409" },
    {
      attack: "of two sociétés at once",
      url: of(a.id, `&societe=${b.id}`),
      init: admin,
      expected: "200",
      ...own,
    },
    { attack: "of two, B first", url: of(b.id, `&societe=${a.id}`), init: admin, expected: "409" },
    {
      attack: "B's client",
      url: of(a.id, `&clientId=${clientId}`),
      init: admin,
      expected: "200",
      ...empty,
    },
    { attack: "B's name", url: of(a.id, `&q=${b.mark}`), init: admin, expected: "200", ...empty },
    {
      attack: "B named by a header",
      url: of(a.id),
      init: { headers: { ...admin.headers, "x-societe": b.id } },
      expected: "200",
      ...own,
    },
    { attack: "no session", url: of(b.id), expected: "303" },
    {
      attack: "another site's page",
      url: of(a.id),
      init: { headers: { ...admin.headers, "sec-fetch-site": "cross-site" } },
      expected: "403",
    },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts) findings.push(await tryRequest(world, { target, ...attempt }));
  for (const attempt of await registers(world)) findings.push(await tryRequest(world, attempt));
  for (const attempt of await archives(world))
    findings.push(await tryRequest(world, { target: "/factures.zip", ...attempt }));
  return findings;
}

/** The clients and the produits of a selection. */
async function registers({ a, b, both }: World) {
  const as = (cookie: string) => ({ headers: { cookie } });
  const admin = as(a.staff.admin.cookie);
  const rowsOf = (body: Uint8Array) => Buffer.from(body).toString("utf8").trimEnd().split("\r\n");
  const own = (_: Response, body: Uint8Array) =>
    rowsOf(body).join().includes(a.mark) ? null : "not A's own";
  const empty = (_: Response, body: Uint8Array) =>
    rowsOf(body).length === 1 ? null : "rows of somebody";
  const { clientId } = await aClient(b);
  const { produitId } = await aProduit(b);
  return Object.entries({ "/clients.csv": clientId, "/produits.csv": produitId }).flatMap(
    ([path, id]) => {
      const of = (societe: string, more = "") => `${path}?societe=${societe}${more}`;
      const given = { init: admin, expected: "200" };
      const attempts = [
        { attack: "own", url: of(a.id), ...given, faultIn: own },
        { attack: "B's, ticked", url: of(a.id, `&ids=${id}`), ...given, faultIn: empty },
        { attack: "B's name", url: of(a.id, `&q=${b.mark}`), ...given, faultIn: empty },
        {
          ...{ attack: "own, not allowed to", url: of(a.id) },
          ...{ init: as(a.staff.restreint.cookie), expected: "403" },
        },
        { attack: "B's, as A", url: of(b.id), init: admin, expected: "409" },
        {
          ...{ attack: "B's, by a member of both who is on A", url: of(b.id) },
          ...{ init: as(both.cookie), expected: "409" },
        },
        { attack: "no session", url: of(b.id), expected: "303" },
      ];
      return attempts.map((attempt) => ({ target: path, ...attempt }));
    },
  );
}

/** The journal taken away: its administrators', and nothing of B whatever is asked of it. */
export async function attackJournalExport(world: World): Promise<Finding[]> {
  const { a, b, both } = world;
  const of = (societe: string, more = "") => `/reglages/journal.csv?societe=${societe}${more}`;
  const as = (cookie: string) => ({ headers: { cookie } });
  const admin = as(a.staff.admin.cookie);
  const rowsOf = (body: Uint8Array) => Buffer.from(body).toString("utf8").trimEnd().split("\r\n");
  const full = (_: Response, body: Uint8Array) =>
    rowsOf(body).length > 1 ? null : "nothing of its own";
  const empty = (_: Response, body: Uint8Array) =>
    rowsOf(body).length === 1 ? null : "lines of somebody";
  const { clientId } = await aClient(b);
  const attempts = [
    {
      // The other lines keep what A typed in its attempts, B's name included.
      ...{ attack: "own documents", url: of(a.id, "&group=documents") },
      ...{ init: admin, expected: "200", faultIn: full },
    },
    ...(["employe", "comptable", "complet"] as const).map((actor) => ({
      ...{ attack: `own, as ${actor}`, url: of(a.id), init: as(a.staff[actor].cookie) },
      expected: "403",
    })),
    { attack: "B's", url: of(b.id), init: admin, expected: "409" },
    { attack: "B's, by a member of both", url: of(b.id), init: as(both.cookie), expected: "409" },
    {
      ...{ attack: "the lines of B's client", url: of(a.id, `&entityId=${clientId}`) },
      ...{ init: admin, expected: "200", faultIn: empty },
    },
    {
      ...{
        attack: "what B's administrator did",
        url: of(a.id, `&actorId=${b.staff.admin.userId}`),
      },
      ...{ init: admin, expected: "200", faultIn: empty },
    },
    { attack: "no session", url: of(b.id), expected: "303" },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts)
    findings.push(await tryRequest(world, { target: "/reglages/journal.csv", ...attempt }));
  return findings;
}

/** The PDF of a selection in one archive: of the société the page was rendered for, to whom may take lists away. */
async function archives({ a, b, both, service }: World) {
  const as = (cookie: string) => ({ headers: { cookie } });
  const { factureId } = await anIssuedFacture(b);
  const own = await anIssuedFacture(a);
  const admin = as(a.staff.admin.cookie);
  await service.request(`/factures/${own.factureId}.pdf`, admin); // drawn: taking it changes nothing
  const of = (societe: string, id: string) => `/factures.zip?societe=${societe}&ids=${id}`;
  const holdsOwn = (_: Response, body: Uint8Array) =>
    Buffer.from(body).includes(`${own.number}.pdf`) ? null : "not A's own document";
  return [
    {
      attack: "own",
      url: of(a.id, own.factureId),
      init: admin,
      expected: "200",
      faultIn: holdsOwn,
    },
    {
      attack: "own, not allowed to",
      ...{ url: of(a.id, own.factureId), init: as(a.staff.restreint.cookie), expected: "403" },
    },
    { attack: "B's document", url: of(a.id, factureId), init: admin, expected: "422" },
    { attack: "B's, as A", url: of(b.id, factureId), init: admin, expected: "409" },
    {
      attack: "B's, by a member of both",
      url: of(b.id, factureId),
      init: as(both.cookie),
      expected: "409",
    },
    { attack: "no session", url: of(b.id, factureId), expected: "303" },
  ];
}
