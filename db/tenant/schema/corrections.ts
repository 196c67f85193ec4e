import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cents } from "#server/domain/money";

/** What an avoir takes off the facture it corrects. Insert-only, written just before the avoir is numbered. */
export const corrections = sqliteTable("corrections", {
  avoirId: text("avoir_id").primaryKey(),
  origineId: text("origine_id").notNull(),
  totalTtc: integer("total_ttc").$type<Cents>().notNull(),
});
