import { newId } from "#server/id";
import type { World } from "./a-world.ts";
import { aBookedFacture } from "./booked.ts";
import { aGrant } from "./cases/compte-cases.ts";
import { tryRequest } from "./finding.ts";
import { logo } from "./furnish.ts";
import { aBrouillon, anIssuedFacture } from "./issue.ts";
import type { Finding } from "./report.ts";

/** Downloads, the style sheet and the logo: what is served outside the API and the pages. */
export async function attackDocuments(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const format of ["pdf", "xml"] as const)
    findings.push(...(await attackDownload(world, format)));
  for (const format of ["pdf", "xml"] as const)
    findings.push(...(await attackPaidDownload(world, format)));
  findings.push(...(await attackSocieteExport(world)));
  for (const file of ["style.css", "logo.png"]) findings.push(...(await attackMarque(world, file)));
  findings.push(...(await attackOwnData(world)));
  return findings;
}

/** What is kept of a person goes to the session that gave their password again, and to no other. */
async function attackOwnData(world: World): Promise<Finding[]> {
  const { a, b, both } = world;
  const [own, theirs] = [await aGrant(a, world), await aGrant(b, world)];
  const at = (grant: string) => `/compte/donnees.json?accord=${grant}`;
  const as = (cookie: string) => ({ headers: { cookie } });
  const admin = as(a.staff.admin.cookie);
  const attempts = [
    { attack: "own", url: at(own), init: admin, expected: "200" },
    { attack: "without a grant", url: "/compte/donnees.json", init: admin, expected: "403" },
    { attack: "with B's grant", url: at(theirs), init: admin, expected: "403" },
    { attack: "with B's grant, both", url: at(theirs), init: as(both.cookie), expected: "403" },
    {
      attack: "a colleague's grant",
      url: at(own),
      init: as(a.staff.employe.cookie),
      expected: "403",
    },
    { attack: "B's grant, no session", url: at(theirs), expected: "303" },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts)
    findings.push(await tryRequest(world, { target: "/compte/donnees.json", ...attempt }));
  return findings;
}

/** Everything at once: its administrators', for the société their page is on. */
async function attackSocieteExport(world: World): Promise<Finding[]> {
  const { a, b, both } = world;
  await anIssuedFacture(b);
  const at = (societe: string) => `/reglages/donnees/export.zip?societe=${societe}`;
  const as = (cookie: string) => ({ headers: { cookie } });
  const drawn = await world.service.request(at(a.id), as(a.staff.admin.cookie));
  await drawn.arrayBuffer(); // every document drawn and archived before the databases are watched
  const attempts = [
    { attack: "own", url: at(a.id), init: as(a.staff.admin.cookie), expected: "200" },
    ...(["employe", "comptable", "complet"] as const).map((actor) => ({
      attack: `own, as ${actor}`,
      url: at(a.id),
      init: as(a.staff[actor].cookie),
      expected: "403",
    })),
    { attack: "B's", url: at(b.id), init: as(a.staff.admin.cookie), expected: "409" },
    { attack: "B's, by a member of both", url: at(b.id), init: as(both.cookie), expected: "409" },
    { attack: "no session", url: at(b.id), expected: "303" },
  ];
  const findings: Finding[] = [];
  for (const one of attempts)
    findings.push(await tryRequest(world, { target: "/reglages/donnees/export.zip", ...one }));
  return findings;
}

async function attackDownload(world: World, format: "pdf" | "xml"): Promise<Finding[]> {
  const { a, b, both } = world;
  const target = `/factures/:id.${format}`;
  const own = await anIssuedFacture(a);
  const theirs = await anIssuedFacture(b);
  const brouillon = await aBrouillon(a);
  const as = (cookie: string) => ({ headers: { cookie } });
  const at = (id: string) => `/factures/${id}.${format}`;
  const admin = as(a.staff.admin.cookie);
  await world.service.request(at(own.factureId), admin); // drawn and archived before the databases are watched
  const isOwnFile = ({ headers }: Response) =>
    headers
      .get("content-disposition")
      ?.startsWith(`attachment; filename="${own.number}.${format}";`)
      ? null
      : `named ${headers.get("content-disposition")}`;
  const attempts = [
    ...(["admin", "employe", "comptable"] as const).map((actor) => ({
      attack: `own, as ${actor}`,
      url: at(own.factureId),
      init: as(a.staff[actor].cookie),
      expected: "200",
      faultIn: isOwnFile,
    })),
    {
      attack: "a colleague's, its amounts hidden",
      url: at(own.factureId),
      init: as(a.staff.restreint.cookie),
      expected: "403",
    },
    { attack: "B's", url: at(theirs.factureId), init: admin, expected: "404" },
    {
      attack: "B's, shown in the page",
      url: `${at(theirs.factureId)}?voir=1`,
      init: admin,
      expected: "404",
    },
    {
      attack: "B's, by a member of both",
      url: at(theirs.factureId),
      init: as(both.cookie),
      expected: "404",
    },
    { attack: "nobody's", url: at(newId()), init: admin, expected: "404" },
    { attack: "a brouillon", url: at(brouillon.factureId), init: admin, expected: "404" },
    { attack: "no session", url: at(theirs.factureId), expected: "303" },
    {
      attack: "a path",
      url: `/factures/..%2f${theirs.factureId}.${format}`,
      init: admin,
      expected: "404 or 405",
    },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts) findings.push(await tryRequest(world, { target, ...attempt }));
  return findings;
}

/** What the éditeur issued: to its payer's administrators and accountant, and to nobody else. */
async function attackPaidDownload(world: World, format: "pdf" | "xml"): Promise<Finding[]> {
  const { a, b, editeur, both } = world;
  const target = `/abonnement/factures/:id.${format}`;
  const [own, theirs] = [await aBookedFacture(world, a), await aBookedFacture(world, b)];
  const at = (id: string) => `/abonnement/factures/${id}.${format}`;
  const as = (cookie: string) => ({ headers: { cookie } });
  const admin = as(a.staff.admin.cookie);
  await world.service.request(at(own.factureId), admin);
  const unpaid = await anIssuedFacture(editeur);
  const attempts = [
    { attack: "own, as admin", url: at(own.factureId), init: admin, expected: "200" },
    {
      attack: "own, as comptable",
      url: at(own.factureId),
      init: as(a.staff.comptable.cookie),
      expected: "200",
    },
    {
      attack: "own, as employe",
      url: at(own.factureId),
      init: as(a.staff.employe.cookie),
      expected: "403",
    },
    { attack: "B's", url: at(theirs.factureId), init: admin, expected: "404" },
    {
      attack: "B's, by a member of both",
      url: at(theirs.factureId),
      init: as(both.cookie),
      expected: "404",
    },
    { attack: "the éditeur's own", url: at(unpaid.factureId), init: admin, expected: "404" },
    { attack: "no session", url: at(own.factureId), expected: "303" },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts) findings.push(await tryRequest(world, { target, ...attempt }));
  return findings;
}

/** The same two addresses for every société: what they answer depends on the session alone, caches included. */
async function attackMarque(world: World, file: string): Promise<Finding[]> {
  const { service, a, b } = world;
  const target = `/marque/${file}`;
  const url = target;
  const get = async (cookie: string) => {
    const answer = await service.request(url, { headers: { cookie } });
    return { body: await answer.text(), etag: answer.headers.get("etag") ?? "" };
  };
  for (const of of [a, b]) await of.call("societe.setLogo", await logo(of));
  const [ofA, ofB] = [await get(a.staff.admin.cookie), await get(b.staff.admin.cookie)];
  const headers = { cookie: a.staff.admin.cookie };
  const isOwn = (answer: Response, body: Uint8Array) => {
    if (ofA.body === ofB.body) return "both sociétés have the same";
    if (Buffer.from(body).toString() !== ofA.body) return "not A's own";
    return answer.headers.get("vary")?.toLowerCase().includes("cookie") ? null : "no Vary: cookie";
  };
  const attempts = [
    { attack: "as A", init: { headers }, expected: "200", faultIn: isOwn },
    {
      attack: "as A, holding B's copy",
      init: { headers: { ...headers, "if-none-match": ofB.etag } },
      expected: "200",
      faultIn: isOwn,
    },
    {
      attack: "as A, holding its own copy",
      init: { headers: { ...headers, "if-none-match": ofA.etag } },
      expected: "304",
    },
    {
      attack: "no session, holding B's copy",
      init: { headers: { "if-none-match": ofB.etag } },
      expected: "204",
    },
    {
      attack: "naming B in the address",
      url: `${url}?societe=${b.id}`,
      init: { headers },
      expected: "200",
      faultIn: isOwn,
    },
  ];
  const findings: Finding[] = [];
  for (const attempt of attempts)
    findings.push(await tryRequest(world, { target, url, ...attempt }));
  return findings;
}
