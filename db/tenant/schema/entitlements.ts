import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Terms } from "#server/domain/quota";

/** Copies of what the société bought; the highest version is in force, no row means no limit. */
export const entitlements = sqliteTable("entitlements", {
  version: integer().primaryKey(),
  terms: text({ mode: "json" }).$type<Terms>().notNull(),
  receivedAt: integer("received_at").notNull(),
});
