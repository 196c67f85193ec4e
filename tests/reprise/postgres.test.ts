import { Client } from "pg";
import { expect, test } from "vitest";
import { factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import { momentOf } from "#server/clock";
import { importLegacy } from "#server/reprise/import-legacy";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService } from "../support/a-societe.ts";
import { aLegacyFile, type LegacyRows } from "./a-legacy-file.ts";
import { aPostgres, hasPostgres } from "./a-postgres.ts";
import { twoSocietes } from "./two-societes.ts";

const at = Date.parse("2026-03-02T09:00:00Z");

/** The former tool's tables as its ORM made them there. */
const tables = [
  "CREATE TABLE societe (id SERIAL PRIMARY KEY, nom VARCHAR(120), siret VARCHAR(20), adresse TEXT, email VARCHAR(120))",
  `CREATE TABLE "user" (id SERIAL PRIMARY KEY, societe_id INTEGER, username VARCHAR(80), email VARCHAR(120),
    password_hash VARCHAR(256), is_admin BOOLEAN)`,
  `CREATE TABLE client (id SERIAL PRIMARY KEY, societe_id INTEGER, nom VARCHAR(120), email VARCHAR(120),
    siret VARCHAR(20), adresse TEXT)`,
  "CREATE TABLE produit (id SERIAL PRIMARY KEY, societe_id INTEGER, nom VARCHAR(120), prix NUMERIC(10, 2), tva DOUBLE PRECISION)",
  `CREATE TABLE facture (id SERIAL PRIMARY KEY, societe_id INTEGER, client_id INTEGER, numero VARCHAR(40), date DATE,
    total_ht NUMERIC(12, 2), tva NUMERIC(12, 2), total_ttc DOUBLE PRECISION, statut VARCHAR(20))`,
  `CREATE TABLE ligne_facture (id SERIAL PRIMARY KEY, facture_id INTEGER, produit_id INTEGER, designation TEXT,
    quantite DOUBLE PRECISION, prix_unitaire NUMERIC(10, 2), tva DOUBLE PRECISION)`,
];

async function fill(url: string, rows: LegacyRows): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const table of tables) await client.query(table);
  for (const [table, all] of Object.entries(rows))
    for (const { is_admin: isAdmin, ...row } of all) {
      const given = isAdmin === undefined ? row : { ...row, is_admin: isAdmin === 1 };
      const places = Object.keys(given).map((_, i) => `$${i + 1}`);
      await client.query(
        `INSERT INTO "${table}" (${Object.keys(given).join()}) VALUES (${places.join()})`,
        Object.values(given),
      );
    }
  await client.end();
}

/** What was made of an installation, without the ids of this run. */
async function takenFrom(address: string) {
  const { control, tenancy } = await aService();
  const doors = { control, tenancy, clock: () => momentOf(at) };
  const asked = { address, given: {}, choices: {}, isDryRun: false };
  const { societes, refused } = await importLegacy(doors, asked, () => {});
  const books = await Promise.all(
    societes.map(async ({ societeId }) => {
      const tenant = tenancy.openTenant(societeId as SocieteId);
      const all = await tenant.read((db) => db.select().from(factures).orderBy(factures.number));
      const lignes = await tenant.read((db) => db.select().from(lignesFacture));
      return {
        factures: all.map(({ number, issuedOn, totalHt, totalTva, totalTtc, clientNom }) => [
          ...[number, issuedOn, totalHt, totalTva, totalTtc, clientNom],
        ]),
        lignes: lignes.map(({ designation, quantity, rate, netHt }) => [
          ...[designation, quantity, rate, netHt],
        ]),
      };
    }),
  );
  return { refused, reports: societes.map(({ societeId: _, ...report }) => report), books };
}

test.skipIf(!hasPostgres)(
  "the same installation on PostgreSQL gives the same sociétés as from its file",
  async () => {
    const url = await aPostgres();
    await fill(url, twoSocietes);
    const ofServer = await takenFrom(url);
    expect(ofServer).toEqual(await takenFrom(await aLegacyFile(twoSocietes)));
    expect(ofServer.books[0]?.factures).toHaveLength(3);
  },
);
