import { Client } from "pg";
import { expect, test } from "vitest";
import { aLegacyFile, type LegacyRows } from "./a-legacy-file.ts";
import { aPostgres, hasPostgres } from "./a-postgres.ts";
import { takenFrom } from "./taken-from.ts";
import { twoSocietes } from "./two-societes.ts";

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
