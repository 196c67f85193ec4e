import { integer, sqliteTable } from "drizzle-orm/sqlite-core";

/** What the subscription allows; the highest version is in force, no row means no limit. */
export const entitlements = sqliteTable("entitlements", {
  version: integer().primaryKey(),
  /** Documents that may be issued in the window; null: no limit. */
  quota: integer(),
  fromAt: integer("from_at").notNull(),
  untilAt: integer("until_at").notNull(),
  isReadOnly: integer("is_read_only", { mode: "boolean" }).notNull().default(false),
  receivedAt: integer("received_at").notNull(),
});
