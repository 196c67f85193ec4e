import { sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The legal content of an issued document: insert-only, born just before its facture is numbered. */
export const emissions = sqliteTable("emissions", {
  factureId: text("facture_id").primaryKey(),
  /** SHA-256 of `snapshot` as stored (canonical JSON, RFC 8785). */
  contentSha256: text("content_sha256").notNull(),
  xmlSha256: text("xml_sha256").notNull(),
  issuedBy: text("issued_by").notNull(),
  issuedByNom: text("issued_by_nom").notNull(),
  /** Canonical JSON of a `Snapshot`, kept as text: its bytes are what the hash covers. */
  snapshot: text().notNull(),
  xml: text().notNull(),
});
