import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Every logo ever used, re-encoded as PNG: issued documents refer to theirs by sha-256, so none is removed. */
export const logos = sqliteTable("logos", {
  sha256: text().primaryKey(),
  png: blob({ mode: "buffer" }).notNull(),
  createdAt: integer("created_at").notNull(),
});
