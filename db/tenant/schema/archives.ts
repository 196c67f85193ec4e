import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The one PDF of an issued document, content-addressed by its sha-256; insert-only. */
export const archives = sqliteTable("archives", {
  factureId: text("facture_id").primaryKey(),
  pdfSha256: text("pdf_sha256").notNull(),
  bytes: integer().notNull(),
  archivedAt: integer("archived_at").notNull(),
});
