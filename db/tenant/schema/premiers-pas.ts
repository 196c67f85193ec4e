import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** The first steps were put away, and when; no row: they are shown. */
export const premiersPas = sqliteTable("premiers_pas", {
  only: integer().primaryKey(),
  hiddenAt: integer("hidden_at").notNull(),
});
