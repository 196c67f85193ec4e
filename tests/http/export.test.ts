import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { furnish } from "../isolation/furnish.ts";
import { aBrouillon, aCancellation, anIssuedFacture } from "../isolation/issue.ts";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";

let service: Service;
let societe: StaffedSociete;

beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Tableur");
  await furnish(societe);
  await societe.call("factures.cancel", await aCancellation(societe));
  await anIssuedFacture(societe);
  await aBrouillon(societe);
});
afterAll(() => service?.close());

const take = (search = "", as = societe.staff.admin.cookie, headers = {}) =>
  service.request(`/factures.csv?societe=${societe.id}${search}`, {
    headers: { cookie: as, ...headers },
    redirect: "manual",
  });
const rowsOf = async (answer: Response) => {
  const text = Buffer.from(await answer.arrayBuffer()).toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  return text
    .slice(1, -2)
    .split("\r\n")
    .map((row) => row.split(";"));
};

test("the list leaves as a French spreadsheet reads it", async () => {
  const answer = await take();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(answer.headers.get("content-disposition")).toMatch(
    /^attachment; filename="Factures-Tableur---Fils-[\d-]+\.csv"; filename\*=UTF-8''/,
  );
  const [head, ...rows] = await rowsOf(answer);
  expect(head?.slice(0, 3)).toEqual(["Type", "Numéro", "Date"]);
  expect(rows.map((row) => row[0])).toEqual(["Facture", "Avoir", "Facture", "Facture"]);
  for (const row of rows) {
    expect(row).toHaveLength(head?.length ?? 0);
    for (const amount of row.slice(6, 9)) expect(amount).toMatch(/^-?\d+,\d\d$/);
    for (const day of row.slice(2, 4)) expect(day).toMatch(/^(?:\d\d\/\d\d\/\d{4})?$/);
  }
  const [cancelled, avoir, issued, brouillon] = rows;
  expect(cancelled?.at(-1)).toBe("Soldée par avoir");
  expect(avoir?.[8]).toBe(`-${cancelled?.[8]}`);
  expect(issued?.at(-1)).toBe("À payer");
  expect([brouillon?.[1], brouillon?.at(-1)]).toEqual(["", "Brouillon"]);
});

test("it is the list that was filtered", async () => {
  const [, ...brouillons] = await rowsOf(await take("&status=brouillon"));
  expect(brouillons).toHaveLength(1);
  const [, ...none] = await rowsOf(await take("&q=n-existe-pas"));
  expect(none).toHaveLength(0);
  const [, ...open] = await rowsOf(await take("&settlement=ouverte"));
  expect(open.map((row) => row.at(-1))).toEqual(["À payer"]);
  for (const wrong of ["&status=payee", "&from=2026-02-30", "&clientId=..%2F", "&from=1&until=x"])
    expect((await take(wrong)).status).toBe(400);
});

test("a long list leaves whole, row by row in order", async () => {
  const tenant = service.doors.tenancy.openTenant(societe.id);
  const [one] = await tenant.read((db) =>
    db.select().from(factures).where(eq(factures.status, "brouillon")),
  );
  if (!one) throw new Error("no brouillon");
  const { listedOn: _, stamp: __, dueKey: ___, ...written } = one;
  const copies = Array.from({ length: 1_100 }, (_, i) => ({
    ...written,
    id: i.toString(16).padStart(32, "0"),
    subject: `copie ${i}`,
  }));
  await tenant.write(async (tx) => {
    for (let i = 0; i < copies.length; i += 100)
      await tx.insert(factures).values(copies.slice(i, i + 100));
  });
  const [, ...rows] = await rowsOf(await take("&status=brouillon"));
  expect(rows).toHaveLength(1_101);
  expect(new Set(rows.map((row) => row[5])).size).toBe(1_101);
});

test("nothing a colleague typed is run by the spreadsheet", async () => {
  const formula = '=HYPERLINK("http://evil.example";"Cliquez")';
  const { clientId } = (await societe.call("clients.create", {
    type: "professionnel",
    nom: formula,
    siren: "404833048",
    address: { line1: "1 rue", line2: "", zip: "75001", city: "Paris", country: "FR" },
  })) as { clientId: string };
  await societe.call("factures.draft", { clientId });
  const text = await (await take(`&clientId=${clientId}`)).text();
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"";""Cliquez"")"`);
  expect(text).not.toMatch(/(?:^|;)"?=/m);
});

test("it is written down who took it, and refused to those who may not", async () => {
  await take("&q=parc");
  await service.doors.witness.settled();
  const tenant = service.doors.tenancy.openTenant(societe.id);
  const lines = await tenant.read((db) =>
    db.select().from(journal).where(eq(journal.kind, "export.made")),
  );
  expect(lines.at(-1)).toMatchObject({ actorId: societe.staff.admin.userId });
  expect(lines.at(-1)?.payload).toContain('"q":"parc"');

  expect((await take("", societe.staff.comptable.cookie)).status).toBe(200);
  const refused = await take("", societe.staff.employe.cookie);
  expect(refused.status).toBe(403);
  expect(await refused.text()).not.toContain("Tableur");
  expect((await take("", "session=none")).status).toBe(303);
  const tab = await service.request(`/factures.csv?societe=${"0".repeat(32)}`, {
    headers: { cookie: societe.staff.admin.cookie },
  });
  expect(tab.status).toBe(409);
  const unnamed = await service.request("/factures.csv", {
    headers: { cookie: societe.staff.admin.cookie },
  });
  expect(unnamed.status).toBe(409);
  const elsewhere = { "sec-fetch-site": "cross-site" };
  expect((await take("", societe.staff.admin.cookie, elsewhere)).status).toBe(403);
});

test("clients and produits leave as they were ticked or filtered, for those who may", async () => {
  const nom = `@SUM(1;2) & ${"Été"}`;
  const { clientId } = (await societe.call("clients.create", {
    ...{ type: "particulier", nom },
    address: { line1: "2 rue", line2: "", zip: "69001", city: "Lyon", country: "FR" },
  })) as { clientId: string };
  const { produitId } = (await societe.call("produits.create", {
    ...{ reference: "T-1", designation: "Tablette", unitPriceHt: 12_345_000, rate: 2000 },
    nature: "bien",
  })) as { produitId: string };
  await societe.call("produits.archive", { produitId });
  const of = (path: string, search: string, cookie = societe.staff.admin.cookie) =>
    service.request(`${path}?societe=${societe.id}${search}`, { headers: { cookie } });

  const [head, ticked, ...none] = await rowsOf(await of("/clients.csv", `&ids=${clientId}`));
  expect([head?.[0], none]).toEqual(["Nom", []]);
  expect(ticked?.join(";")).toMatch(/^"'@SUM\(1;2\) & Été";particulier;/);
  expect(await rowsOf(await of("/clients.csv", "&q=sum&type=particulier"))).toHaveLength(2);
  expect(await rowsOf(await of("/clients.csv", "&q=sum&etat=archives"))).toHaveLength(1);
  const [, produit] = await rowsOf(await of("/produits.csv", "&etat=archives&q=tablette"));
  expect(produit).toEqual(expect.arrayContaining(["T-1", "Tablette", "12,345", "20", "oui"]));
  expect(await rowsOf(await of("/produits.csv", `&etat=actifs&ids=${produitId}`))).toHaveLength(1);
  for (const path of ["/clients.csv", "/produits.csv"]) {
    expect((await of(path, "&etat=tous")).status).toBe(400);
    expect((await of(path, "", societe.staff.employe.cookie)).status).toBe(403);
  }
});
