import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import { momentOf } from "#server/clock";
import { checkTotaux } from "#server/factures/check-totaux";
import { verifyChain } from "#server/journal/verify-chain";
import { type ImportAsked, importLegacy } from "#server/reprise/import-legacy";
import { listSeries } from "#server/societe/list-series";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService } from "../support/a-societe.ts";
import { aLegacyFile, formerHashes, type LegacyRows } from "./a-legacy-file.ts";
import { twoSocietes } from "./two-societes.ts";

const at = Date.parse("2026-03-02T09:00:00Z");
const asked = (address: string, more: Partial<ImportAsked> = {}): ImportAsked => ({
  address,
  given: {},
  choices: {},
  isDryRun: false,
  ...more,
});

async function aReprise(rows: LegacyRows = twoSocietes) {
  const file = await aLegacyFile(rows);
  const { control, tenancy } = await aService();
  const doors = { control, tenancy, clock: () => momentOf(at) };
  const run = (more: Partial<ImportAsked> = {}) => importLegacy(doors, asked(file, more), () => {});
  return { file, doors, run };
}

const sha256Of = async (file: string) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

test("each société of the former installation becomes one, with its people, clients and documents", async () => {
  const { file, doors, run } = await aReprise();
  const before = await sha256Of(file);
  const { societes, refused } = await run();
  expect(refused).toEqual([]);
  expect(await sha256Of(file)).toBe(before);
  expect(societes.map(({ nom }) => nom)).toEqual(["Menuiserie Roux", "Roux Conseil"]);
  const [roux, conseil] = societes;
  expect(roux?.objects).toMatchObject({
    user: { taken: 2, flagged: 1, refused: 0 },
    client: { taken: 1, refused: 1 },
    produit: { taken: 1 },
    facture: { taken: 3, refused: 2 },
  });
  expect(roux?.objects.facture?.refusals).toEqual([
    { key: "3", reason: "another document bears the number FA-2026-0002" },
    { key: "5", reason: "it is a draft" },
  ]);
  expect(roux?.series).toEqual(["facture: after FA-2026-0002 comes FA-2026-0003"]);
  expect(conseil?.objects.user?.refusals).toEqual([
    { key: "4", reason: "its address has an account here already" },
  ]);

  const tenant = doors.tenancy.openTenant(roux?.societeId as SocieteId);
  const rows = await tenant.read((db) => db.select().from(factures).orderBy(factures.number));
  expect(
    rows.map(({ number, status, issuedOn, totalHt, totalTva, totalTtc, clientNom }) => [
      ...[number, status, issuedOn, totalHt, totalTva, totalTtc, clientNom],
    ]),
  ).toEqual([
    ["FA-2025-0141", "importee", "2025-12-30", 10_000, 2_000, 12_000, "Mairie de Brest"],
    ["FA-2026-0001", "importee", "2026-02-01", 1_000, 200, 1_200, ""],
    ["FA-2026-0002", "importee", "2026-02-20", 9_100, 1_820, 10_920, "Mairie de Brest"],
  ]);
  const lignes = await tenant.read((db) => db.select().from(lignesFacture));
  expect(lignes).toMatchObject([
    { designation: "Pose", quantity: 20_000, rate: 2_000, netHt: 9_100 },
  ]);
  expect(lignes[0]?.produitId).toHaveLength(32);
});

test("nothing of one société is in the other, and each book stands", async () => {
  const { doors, run } = await aReprise();
  const { societes } = await run();
  for (const { societeId, nom } of societes) {
    const tenant = doors.tenancy.openTenant(societeId as SocieteId);
    const noms = await tenant.read((db) => db.select({ nom: clients.nom }).from(clients));
    expect(noms).toEqual([{ nom: nom === "Roux Conseil" ? "Port de Brest" : "Mairie de Brest" }]);
    expect(await checkTotaux(tenant)).toEqual([]);
    expect(await verifyChain(tenant)).toMatchObject({ fault: null });
  }
});

test("people log in with the names and passwords they had, or are told what changed", async () => {
  const { doors, run } = await aReprise();
  const { societes } = await run();
  const people = await doors.control.read((db) =>
    db
      .select({
        username: users.username,
        email: users.email,
        role: memberships.role,
        hash: users.passwordHash,
        in: memberships.societeId,
      })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .orderBy(users.username),
  );
  const [roux, conseil] = societes.map(({ societeId }) => societeId);
  expect(people).toMatchObject([
    {
      username: "jean",
      email: "jean@roux.example",
      role: "admin",
      hash: formerHashes.scrypt,
      in: roux,
    },
    { username: "jean-2", email: "jean@conseil.example", role: "admin", in: conseil },
    { username: "lea.b", role: "employe", hash: formerHashes.pbkdf2, in: roux },
  ]);
  expect(people[1]?.hash).toMatch(/^\$argon2id\$/);
  expect(people[2]?.email).toMatch(/@sans-adresse\.invalid$/);
});

test("run again it takes nothing twice, and what was missing is taken then", async () => {
  const { doors, run } = await aReprise();
  const [first] = (await run()).societes;
  const again = await run({ choices: { cancelled: "take" } });
  const [second] = again.societes;
  expect(second?.societeId).toBe(first?.societeId);
  expect(second?.objects).toMatchObject({
    user: { taken: 0, known: 2 },
    client: { taken: 0, known: 1, refused: 1 },
    facture: { taken: 0, known: 3, refused: 2 },
  });
  const count = await doors.control.read((db) => db.$count(users));
  expect(count).toBe(3);
});

test("a rehearsal says the same and writes nothing", async () => {
  const { doors, run } = await aReprise();
  const rehearsed = await run({ isDryRun: true });
  expect(await doors.control.read((db) => db.$count(users))).toBe(0);
  const done = await run();
  expect(rehearsed.societes[0]?.objects.facture).toMatchObject({ taken: 3, refused: 2 });
  expect(rehearsed.societes.map(({ nom }) => nom)).toEqual(done.societes.map(({ nom }) => nom));
});

test("numbering goes on in the year that begins after the last number of the former one", async () => {
  const rows = twoSocietes["facture"]?.filter(({ id }) => id === 1) ?? [];
  const { doors, run } = await aReprise({ ...twoSocietes, facture: rows });
  const [roux] = (await run()).societes;
  expect(roux?.series).toEqual(["facture: after FA-2025-0141 comes FA-2026-0001"]);
  const tenant = doors.tenancy.openTenant(roux?.societeId as SocieteId);
  const series = await tenant.read((db) => listSeries(db, "2026-03-02"));
  expect(series.find(({ code }) => code === "facture")?.next[0]).toBe("FA-2026-0001");
});

test("a file that is no database, or is not there, is refused before anything is made", async () => {
  const { doors } = await aReprise();
  await expect(importLegacy(doors, asked("/nowhere/former.db"), () => {})).rejects.toThrow(
    "ENOENT",
  );
  await expect(importLegacy(doors, asked(import.meta.filename), () => {})).rejects.toThrow();
  const empty = await aLegacyFile({}, ["CREATE TABLE autre (id INTEGER)"]);
  await expect(importLegacy(doors, asked(empty), () => {})).rejects.toThrow("facture: no table");
  expect(await doors.control.read((db) => db.$count(users))).toBe(0);
});
