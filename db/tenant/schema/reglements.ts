import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cents } from "#server/domain/money";
import { reglementMethods } from "#server/domain/reglement";

/** Money received (positive) or given back (negative) on a facture. Insert-only: a reversal is an opposite record. */
export const reglements = sqliteTable("reglements", {
  id: text().primaryKey(),
  factureId: text("facture_id").notNull(),
  amountTtc: integer("amount_ttc").$type<Cents>().notNull(),
  method: text({ enum: reglementMethods }).notNull(),
  receivedOn: text("received_on").notNull(),
  reference: text().notNull().default(""),
  reversesId: text("reverses_id"),
  motif: text().notNull().default(""),
  recordedAt: integer("recorded_at").notNull(),
  recordedBy: text("recorded_by").notNull(),
  recordedByNom: text("recorded_by_nom").notNull(),
});

export type Reglement = typeof reglements.$inferSelect;
