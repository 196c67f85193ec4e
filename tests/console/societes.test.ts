import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actes } from "#db/control/schema/actes";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import { grantDerogation } from "#server/billing/grant-derogation";
import { measureSociete } from "#server/console/measure-societe";
import { acteHash } from "#server/console/record-acte";
import { newId } from "#server/id";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aSuperAdmin, type SuperAdmin } from "../support/a-super-admin.ts";

let service: Service;
let alba: StaffedSociete;
let brume: StaffedSociete;
let lea: SuperAdmin;

beforeAll(async () => {
  service = await aService();
  alba = await aStaffedSociete(service, "Alba");
  brume = await aStaffedSociete(service, "Brume");
  lea = await aSuperAdmin(service);
  await service.doors.releves.settle();
});
afterAll(() => service?.close());

const asked = {
  ...{ q: "", sort: "nom", dir: "asc", cursor: null },
  ...{ etat: null, offre: null, usage: null, sante: null },
} as const;

type Listed = {
  readonly rows: readonly { readonly societeId: SocieteId; readonly nom: string }[];
  readonly cursor: string | null;
  readonly total: { readonly nb: number };
};
const list = (query: object = {}) => lea.call<Listed>("console.societes", { ...asked, ...query });
const names = ({ rows }: Listed) => rows.map(({ nom }) => nom);

test("the list shows every société with its kept figures, and finds one by its name, its slug or an address", async () => {
  expect(names(await list())).toEqual(["Alba & Fils", "Brume & Fils"]);
  for (const q of ["ALBA", "alba-fils", "patron@alba.example", "al"])
    expect(names(await list({ q })), q).toEqual(["Alba & Fils"]);
  expect((await list({ q: "zorglub" })).total.nb).toBe(0);
  expect((await list()).rows[0]).toMatchObject({
    ...{ etat: "essai", planNom: "Pro", factures: 0, limite: 500, mrrHt: 0 },
    ...{ utilisateurs: 5, sante: "saine" },
  });
});

test("a filter leaves those it names, and the count follows", async () => {
  expect((await list({ etat: "essai" })).total.nb).toBe(2);
  expect((await list({ etat: "retard" })).rows).toEqual([]);
  expect((await list({ offre: "pro", sante: "saine", sort: "activite" })).total.nb).toBe(2);
  expect((await list({ usage: "proche" })).rows).toEqual([]);
});

test("sociétés beyond a page are read page by page, each once, in any order", async () => {
  const { control } = service.doors;
  const made = Array.from({ length: 240 }, (_, i) => ({ id: newId(), i }));
  await control.write(async (tx) => {
    for (const { id, i } of made) {
      const nom = `Société ${String(i % 60).padStart(3, "0")}`;
      const slug = `serie-${i}`;
      await tx.insert(societes).values({ id, slug, nom, status: "active", createdAt: i });
      await tx.insert(releves).values({
        ...{ societeId: id, nomKey: nom.toLowerCase(), search: `${nom.toLowerCase()} ${slug}` },
        ...{ siren: "", offre: "gratuit", planNom: "Gratuit", etat: "gratuit" as const },
        ...{ factures: i % 7, limite: 5, usage: (i % 7) * 200, mrrHt: 0, utilisateurs: 1 },
        ...{ activiteAt: i % 40, octets: i, sante: "saine" as const, measuredAt: Date.now() },
      });
    }
  });
  for (const sort of ["activite", "nom", "mrr", "usage", "octets", "creation"])
    for (const dir of ["asc", "desc"] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Listed = await list({ sort, dir, cursor, offre: "gratuit" });
        expect(page.total.nb).toBe(240);
        seen.push(...page.rows.map(({ societeId }) => societeId));
        cursor = page.cursor;
      } while (cursor !== null);
      expect(new Set(seen).size, `${sort} ${dir}`).toBe(240);
      expect(seen.length, `${sort} ${dir}`).toBe(240);
    }
  const apercu = await lea.call<{ total: number }>("console.apercu");
  expect(apercu.total).toBe(242);
  await control.write(async (tx) => {
    await tx.delete(releves).where(eq(releves.offre, "gratuit"));
    await tx.delete(societes).where(sql`${societes.slug} LIKE 'serie-%'`);
  });
});

test("a filter that leaves more than is counted is read page by page, each once", async () => {
  const { control } = service.doors;
  const ranks = sql`WITH RECURSIVE rang (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM rang WHERE i < 1100)`;
  await control.write(async (tx) => {
    await tx.run(sql`INSERT INTO societes (id, slug, nom, status, created_at)
      ${ranks} SELECT printf('%032x', i), 'foule-' || i, 'Foule', 'active', i FROM rang`);
    await tx.run(sql`INSERT INTO releves (societe_id, nom_key, search, siren, offre, plan_nom, etat, factures, "usage", mrr_ht,
        utilisateurs, activite_at, octets, sante, measured_at)
      ${ranks} SELECT printf('%032x', i), 'foule', 'foule', '', 'gratuit', 'Gratuit', 'gratuit', 0, 0, 0, 1, i % 40, i, 'saine', 0
      FROM rang`);
  });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Listed = await list({ sort: "activite", dir: "desc", cursor, etat: "gratuit" });
    seen.push(...page.rows.map(({ societeId }) => societeId));
    cursor = page.cursor;
  } while (cursor !== null);
  expect([seen.length, new Set(seen).size]).toEqual([1_100, 1_100]);
  await control.write(async (tx) => {
    await tx.delete(releves).where(eq(releves.etat, "gratuit"));
    await tx.delete(societes).where(sql`${societes.slug} LIKE 'foule-%'`);
  });
});

test("a word that many sociétés carry is found page by page, and what is shown is read for one page only", async () => {
  const { control } = service.doors;
  const ranks = sql`WITH RECURSIVE rang (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM rang WHERE i < 3000)`;
  const word = sql`iif(i % 10 < 3, 'boulangerie ', '') || i`;
  await control.write(async (tx) => {
    await tx.run(sql`INSERT INTO societes (id, slug, nom, status, created_at)
      ${ranks} SELECT printf('%032x', i), 'mot-' || i, 'Mot', 'active', i FROM rang`);
    await tx.run(sql`INSERT INTO releves (societe_id, nom_key, search, siren, offre, plan_nom, etat, factures, "usage", mrr_ht,
        utilisateurs, activite_at, octets, sante, measured_at)
      ${ranks} SELECT printf('%032x', i), ${word}, ${word}, '', 'mot', 'Mot', 'gratuit', 0, 0, 0, 1, i * 7 % 3001, i, 'saine', 0
      FROM rang`);
  });
  const queries = [{ sort: "activite", dir: "desc" }, { sort: "nom" }, { etat: "gratuit" }];
  for (const query of queries) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Listed = await list({ ...query, q: "boulangerie", cursor });
      expect(page.total.nb).toBe(900);
      seen.push(...page.rows.map(({ societeId }) => societeId));
      cursor = page.cursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size], JSON.stringify(query)).toEqual([900, 900]);
  }
  // Steps of SQLite's machine: a dozen for a hit that is probed, seventy for a société that is shown.
  const steps = await control.read((db) =>
    db.all<{ each: number }>(sql`SELECT nstep / run AS each FROM sqlite_stmt
      WHERE sql LIKE '%copies%releves_search MATCH%' AND sql NOT LIKE '%etat" =%' AND run > 1`),
  );
  expect(steps.length).toBeGreaterThanOrEqual(2);
  for (const { each } of steps) expect(each).toBeLessThan(15_000);
  await control.write(async (tx) => {
    await tx.delete(releves).where(eq(releves.offre, "mot"));
    await tx.delete(societes).where(sql`${societes.slug} LIKE 'mot-%'`);
  });
});

test("a page of the console says why a limit is what it is", async () => {
  const at = service.doors.clock().at;
  const until = at + 30 * 86_400_000;
  await grantDerogation(service.doors, {
    ...{ societeId: brume.id, limite: "factures", ajout: 5, until, reason: "reprise longue" },
    ...{ at, by: null },
  });
  const page = await lea.call<{ droits: object; figures: object; membres: object[] }>(
    "console.societe",
    { societeId: brume.id },
  );
  expect(page).toMatchObject({
    droits: {
      source: "essai",
      limits: { factures: 505 },
      plan: { nom: "Pro", limits: { factures: 500 } },
      derogations: [{ limite: "factures", ajout: 5, reason: "reprise longue" }],
    },
    figures: { limite: 505 },
  });
  expect(page.membres).toHaveLength(5);
});

test("a note stands in the timeline and in the platform's chained journal, which nobody can change", async () => {
  await lea.call("consoleActes.note", { societeId: alba.id, reason: "  Rappel demandé lundi  " });
  await lea.call("consoleActes.note", { societeId: alba.id, reason: "Rappel fait" });
  const { rows } = await lea.call<{ rows: { kind: string; reason: string | null }[] }>(
    "console.chronologie",
    { societeId: alba.id, before: null },
  );
  expect(rows.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["societe.noted", "Rappel fait"],
    ["societe.noted", "Rappel demandé lundi"],
    ["societe.registered", null],
  ]);
  const { control } = service.doors;
  const lines = await control.read((db) => db.select().from(actes));
  expect(lines[1]?.prevHash).toBe(lines[0]?.hash);
  for (const line of lines) expect(acteHash(line)).toBe(line.hash);
  const [first] = lines;
  for (const change of [
    control.write((tx) => tx.update(actes).set({ reason: "autre" })),
    control.write((tx) => tx.delete(actes)),
    control.write((tx) =>
      tx.insert(actes).values({ ...first, id: 9 } as typeof actes.$inferInsert),
    ),
  ])
    await expect(change).rejects.toThrow();
});

test("a note without words is refused at its field, and nothing is written", async () => {
  const answer = await lea.try("consoleActes.note", { societeId: alba.id, reason: " a " });
  expect(answer).toMatchObject({ status: 422, refusal: "ACTE_INVALID" });
  expect(answer.text).toContain('"field":"reason"');
  const unknown = await lea.try("consoleActes.note", { societeId: newId(), reason: "inconnue" });
  expect(unknown).toMatchObject({ status: 404, refusal: "SOCIETE_NOT_FOUND" });
});

test("without a second factor in the session, the console stays shut", async () => {
  const { control } = service.doors;
  const other = await aSuperAdmin(service);
  await control.write((tx) =>
    tx.run(sql`UPDATE sessions SET second_factor_at = NULL WHERE user_id = ${other.userId}`),
  );
  expect(await other.try("console.apercu")).toMatchObject({
    status: 403,
    refusal: "SECOND_FACTOR_REQUIRED",
  });
});

test("a société whose database does not answer keeps its last figures and is shown as out of order", async () => {
  const { control } = service.doors;
  const broken = {
    lend: () => Promise.reject(new Error("gone")),
    openTenant() {
      throw new Error("gone");
    },
  };
  await measureSociete({ control, tenancy: broken }, alba.id, service.doors.clock().at);
  const { rows } = await list({ sante: "a_voir" });
  expect(rows).toMatchObject([{ nom: "Alba & Fils", sante: "indisponible", utilisateurs: 5 }]);
  expect(rows[0]).not.toMatchObject({ octets: 0 });
  await service.doors.releves.measure(alba.id);
  expect((await list({ sante: "a_voir" })).total.nb).toBe(0);
});
