import { createHash, randomBytes } from "node:crypto";
import Database from "libsql";

/**
 * The floor under W5: the statements of one issue of five lignes on libSQL itself, prepared once, FULL, in one
 * transaction, on a copy of the same file with its triggers. Nothing is read, computed, checked or sent.
 */
export function createRawIssue(file: string): { issue(): void; close(): void } {
  const db = new Database(file);
  db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL");
  const model = db
    .prepare(
      `SELECT f.*, e.snapshot, e.xml, e.content_sha256, e.xml_sha256 FROM emissions e JOIN factures f ON f.id = e.facture_id
       WHERE f.type = 'facture' ORDER BY f.rang DESC LIMIT 1`,
    )
    .get() as Record<string, string | number>;
  const lignes = db
    .prepare("SELECT * FROM lignes_facture WHERE facture_id = ? ORDER BY position")
    .all(model["id"]) as Record<string, unknown>[];
  const rows = JSON.stringify(lignes);
  const statements = prepareIssue(db);
  let rang = Number(model["rang"]);

  const issue = db.transaction(() => {
    const id = randomBytes(16).toString("hex");
    rang += 1;
    const now = Date.now();
    statements.facture.run(
      id,
      model["client_id"],
      model["client_nom"],
      model["echeance"],
      now,
      now,
    );
    statements.lignes.run(id, rows);
    statements.emission.run(
      id,
      model["content_sha256"],
      model["xml_sha256"],
      model["snapshot"],
      model["xml"],
    );
    const { issued_on, due_on, exercice, total_ht, total_tva, total_ttc } = model;
    const number = `F-${exercice}-${String(rang).padStart(5, "0")}`;
    statements.number.run(
      exercice,
      rang,
      number,
      issued_on,
      now,
      due_on,
      total_ht,
      total_tva,
      total_ttc,
      id,
    );
    const head = statements.head.get() as { id: number; hash: string };
    const hash = createHash("sha256")
      .update(head.hash + id)
      .digest("hex");
    statements.journal.run(head.id + 1, now, id, head.hash, hash);
    statements.once.run(id, model["content_sha256"], now);
  });
  return { issue: () => issue.immediate(), close: () => db.close() };
}

function prepareIssue(db: InstanceType<typeof Database>) {
  return {
    facture: db.prepare(
      `INSERT INTO factures (id, serie, client_id, client_nom, echeance, created_at, created_by, updated_at, updated_by, updated_by_nom)
       VALUES (?, 'facture', ?, ?, ?, ?, 'raw', ?, 'raw', 'raw')`,
    ),
    lignes: db.prepare(
      `INSERT INTO lignes_facture (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht, rate, nature, produit_id, net_ht)
       SELECT ?, value ->> 'position', value ->> 'kind', value ->> 'designation', value ->> 'description', value ->> 'quantity',
         value ->> 'unit', value ->> 'unit_price_ht', value ->> 'rate', value ->> 'nature', value ->> 'produit_id', value ->> 'net_ht'
       FROM json_each(?)`,
    ),
    emission: db.prepare(
      `INSERT INTO emissions (facture_id, content_sha256, xml_sha256, issued_by, issued_by_nom, snapshot, xml)
       VALUES (?, ?, ?, 'raw', 'raw', ?, ?)`,
    ),
    number: db.prepare(
      `UPDATE factures SET status = 'emise', exercice = ?, rang = ?, number = ?, issued_on = ?, issued_at = ?, due_on = ?,
         total_ht = ?, total_tva = ?, total_ttc = ? WHERE id = ?`,
    ),
    head: db.prepare("SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1"),
    journal: db.prepare(
      `INSERT INTO journal (id, at, kind, entity_id, actor_id, actor_nom, payload, prev_hash, hash)
       VALUES (?, ?, 'facture.issued', ?, 'raw', 'raw', '{}', ?, ?)`,
    ),
    once: db.prepare(
      "INSERT INTO idempotences (key, request_sha256, response, at) VALUES (?, ?, '{}', ?)",
    ),
  };
}
