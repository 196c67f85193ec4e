import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What the operator sets once for the whole service, as JSON by name. */
export const reglages = sqliteTable("reglages", {
  key: text().primaryKey(),
  value: text({ mode: "json" }).$type<unknown>().notNull(),
  at: integer().notNull(),
});
