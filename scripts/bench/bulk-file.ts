import Database from "libsql";
import { clientColumns } from "#server/clients/client-input";
import { produitColumns } from "#server/produits/produit-input";
import { societeFile } from "#server/tenancy/paths";
import type { SocieteId } from "#server/tenancy/tenant";
import { benchClient, benchProduit, seedId } from "./bench-data.ts";

type Row = Readonly<Record<string, string | number | null>>;

const madeAt = Date.UTC(2026, 0, 1, 8);

/** A société's file opened beside the product while the service is stopped: fast, without FULL; triggers stay in force. */
export function openBulk(dataDir: string, societeId: SocieteId) {
  const db = new Database(societeFile(dataDir, societeId, 1));
  db.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL");
  return db;
}

export type Bulk = ReturnType<typeof openBulk>;

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function insertRows(db: Bulk, table: string, rows: Iterable<Row>): void {
  let insert: { run(...values: unknown[]): unknown } | undefined;
  db.exec("BEGIN IMMEDIATE");
  for (const row of rows) {
    const names = Object.keys(row);
    insert ??= db.prepare(
      `INSERT INTO ${table} (${names.map(columnOf).join()}) VALUES (${names.map(() => "?").join()})`,
    );
    insert.run(...Object.values(row).map(storable));
  }
  db.exec("COMMIT");
}

const storable = (value: unknown) => (typeof value === "boolean" ? Number(value) : value);

export function insertClients(db: Bulk, count: number): void {
  insertRows(db, "clients", clientRows(count));
}

function* clientRows(count: number): Generator<Row> {
  for (let i = 1; i <= count; i++) {
    const columns = clientColumns(benchClient(i)) as unknown as Row;
    yield { id: seedId("client", i), ...columns, createdAt: madeAt, updatedAt: madeAt };
  }
}

export function insertProduits(db: Bulk, count: number): void {
  insertRows(db, "produits", produitRows(count));
}

function* produitRows(count: number): Generator<Row> {
  for (let i = 1; i <= count; i++) {
    const columns = produitColumns(benchProduit(i)) as unknown as Row;
    yield { id: seedId("produit", i), ...columns, createdAt: madeAt, updatedAt: madeAt };
  }
}

/**
 * Past factures taken over from another tool, five lignes each, two thirds of them paid: the one kind the triggers let
 * bring its own number.
 */
export function insertImported(db: Bulk, count: number): void {
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const day = `date('2026-01-01', '+' || (i * 320 / ${count}) || ' days')`;
  db.exec("BEGIN IMMEDIATE");
  db.exec(`${numbers} INSERT INTO factures (id, serie, client_id, client_nom, client_key, total_ht, total_tva, total_ttc,
      echeance, created_at, created_by, updated_at, updated_by, updated_by_nom)
    SELECT printf('019b7636e0007000a000%012x', i), 'facture', c.id, c.nom, c.nom_key,
      5 * (20 + i % 180) * 100, (20 + i % 180) * 100, 6 * (20 + i % 180) * 100,
      '{"mode":"jours","days":30}', ${madeAt}, 'bench', ${madeAt}, 'bench', 'bench'
    FROM n JOIN clients c ON c.seq = 1 + (i * 7) % 1000`);
  db.exec(`${numbers}, p (j) AS (VALUES (0), (1), (2), (3), (4))
    INSERT INTO lignes_facture (facture_id, position, kind, designation, quantity, unit_price_ht, rate, net_ht)
    SELECT printf('019b7636e0007000a000%012x', i), j, 'ligne', 'Prestation ' || (i + j), 10000,
      (20 + i % 180) * 1000000, 2000, (20 + i % 180) * 100 FROM n CROSS JOIN p ORDER BY i, j`);
  db.exec(`${numbers} UPDATE factures SET status = 'importee', number = printf('I-2026-%06d', i), issued_on = ${day},
      issued_at = ${madeAt} + i * 1000, due_on = date(${day}, '+30 days')
    FROM n WHERE id = printf('019b7636e0007000a000%012x', i)`);
  db.exec(`INSERT INTO reglements (id, facture_id, amount_ttc, method, received_on, recorded_at, recorded_by, recorded_by_nom)
    SELECT replace(id, '019b7636e', '019b7636f'), id, total_ttc, 'virement', issued_on, issued_at, 'bench', 'bench'
    FROM factures WHERE status = 'importee' AND rowid % 3 <> 0`);
  db.exec("COMMIT");
}

/** Documents of seeded factures are drawn when asked for, not all at the next start. */
export const forgetDrawings = (db: Bulk) => db.exec("DELETE FROM taches");

/** The last factures issued with a template, newest first. */
export function lastIssued(db: Bulk, template: string, count: number): string[] {
  const rows = db
    .prepare(
      `SELECT f.id FROM factures f JOIN emissions e ON e.facture_id = f.id
       WHERE f.type = 'facture' AND e.snapshot ->> '$.marque.template' = ? ORDER BY f.rang DESC LIMIT ?`,
    )
    .all(template, count) as { id: string }[];
  return rows.map(({ id }) => id);
}
