import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { onTestFinished } from "vitest";

/** The former tool's own tables: `societe_id` in each where the installation was shared. */
const shared = [
  "CREATE TABLE societe (id INTEGER PRIMARY KEY, nom TEXT, siret TEXT, adresse TEXT, email TEXT)",
  `CREATE TABLE user (id INTEGER PRIMARY KEY, societe_id INTEGER, username TEXT, email TEXT, password_hash TEXT,
    is_admin BOOLEAN)`,
  "CREATE TABLE client (id INTEGER PRIMARY KEY, societe_id INTEGER, nom TEXT, email TEXT, siret TEXT, adresse TEXT)",
  "CREATE TABLE produit (id INTEGER PRIMARY KEY, societe_id INTEGER, nom TEXT, prix FLOAT, tva FLOAT)",
  `CREATE TABLE facture (id INTEGER PRIMARY KEY, societe_id INTEGER, client_id INTEGER, numero TEXT, date DATE,
    total_ht FLOAT, tva FLOAT, total_ttc FLOAT, statut TEXT)`,
  `CREATE TABLE ligne_facture (id INTEGER PRIMARY KEY, facture_id INTEGER, produit_id INTEGER, designation TEXT,
    quantite FLOAT, prix_unitaire FLOAT, tva FLOAT)`,
];

type Row = Readonly<Record<string, string | number | null>>;
export type LegacyRows = Readonly<Record<string, readonly Row[]>>;

/** A SQLite file of the former tool, erased with the test. */
export async function aLegacyFile(rows: LegacyRows, tables: readonly string[] = shared) {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-legacy-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "facturepro.db");
  const client = createClient({ url: `file:${file}` });
  await client.batch([...tables], "write");
  await client.batch(
    Object.entries(rows).flatMap(([table, all]) => all.map((row) => insertion(table, row))),
    "write",
  );
  client.close();
  return file;
}

const insertion = (table: string, row: Row) => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row).fill("?").join()})`,
  args: Object.values(row),
});

/** « motdepasse-ancien », as Werkzeug 3 and 2 keep it. */
export const formerPassword = "motdepasse-ancien";
export const formerHashes = {
  scrypt:
    "scrypt:32768:8:1$Qd8fK2mLx0$716e4c0d0171a714970911a2e277f1b7f5c8ebb2e1b71ccdc5bf20a6829ca755f6bcd4efaceabc6a43335eb73b631772d9f789496bcdea1f2070bbf079b6acf1",
  pbkdf2:
    "pbkdf2:sha256:150000$Qd8fK2mLx0$8a3276913233d2405bf526a0a52dc01b7b3357313e3c1afeb2651481857a0bf3",
} as const;
