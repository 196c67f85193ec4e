import { createConnection } from "mysql2/promise";
import { expect, test } from "vitest";
import { aLegacyFile, type LegacyRows } from "./a-legacy-file.ts";
import { aMysql, hasMysql } from "./a-mysql.ts";
import { takenFrom } from "./taken-from.ts";
import { twoSocietes } from "./two-societes.ts";

const id = "id INTEGER PRIMARY KEY AUTO_INCREMENT";

/** The former tool's tables as its ORM made them there. */
const tables = [
  `CREATE TABLE societe (${id}, nom VARCHAR(120), siret VARCHAR(20), adresse TEXT, email VARCHAR(120))`,
  `CREATE TABLE user (${id}, societe_id INTEGER, username VARCHAR(80), email VARCHAR(120),
    password_hash VARCHAR(256), is_admin BOOL)`,
  `CREATE TABLE client (${id}, societe_id INTEGER, nom VARCHAR(120), email VARCHAR(120),
    siret VARCHAR(20), adresse TEXT)`,
  `CREATE TABLE produit (${id}, societe_id INTEGER, nom VARCHAR(120), prix NUMERIC(10, 2), tva DOUBLE)`,
  `CREATE TABLE facture (${id}, societe_id INTEGER, client_id INTEGER, numero VARCHAR(40), date DATE,
    total_ht NUMERIC(12, 2), tva NUMERIC(12, 2), total_ttc DOUBLE, statut VARCHAR(20))`,
  `CREATE TABLE ligne_facture (${id}, facture_id INTEGER, produit_id INTEGER, designation TEXT,
    quantite DOUBLE, prix_unitaire NUMERIC(10, 2), tva DOUBLE)`,
];

async function fill(url: string, rows: LegacyRows): Promise<void> {
  const link = await createConnection(url);
  for (const table of tables) await link.query(table);
  for (const [table, all] of Object.entries(rows))
    for (const row of all) await link.query("INSERT INTO ?? SET ?", [table, row]);
  await link.end();
}

test.skipIf(!hasMysql)(
  "the same installation on MySQL gives the same sociétés as from its file",
  async () => {
    const url = await aMysql();
    await fill(url, twoSocietes);
    const ofServer = await takenFrom(url);
    expect(ofServer).toEqual(await takenFrom(await aLegacyFile(twoSocietes)));
    expect(ofServer.books[0]?.factures).toHaveLength(3);
  },
);
