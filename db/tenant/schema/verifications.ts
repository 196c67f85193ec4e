import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What the last nightly check of the chain found: one row. */
export const verifications = sqliteTable("verifications", {
  id: integer().primaryKey(),
  at: integer().notNull(),
  /** Lines recomputed, from the first. */
  lines: integer().notNull(),
  headHash: text("head_hash").notNull(),
  /** Code of the first break; null: everything held. */
  fault: text(),
});
