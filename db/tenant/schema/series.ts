import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { factureTypes } from "#server/domain/facture";
import { serieResets } from "#server/domain/serie";

/** One numbering per type of document. Locked by trigger once a document of the serie is issued. */
export const series = sqliteTable("series", {
  code: text({ enum: factureTypes }).primaryKey(),
  /** « F-{annee}-{rang:5} ». */
  pattern: text().notNull(),
  reset: text({ enum: serieResets }).notNull().default("yearly"),
});

export type Serie = typeof series.$inferSelect;
