import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Attempts counted per key (a hashed e-mail, an address…). Kept across restarts. */
export const throttles = sqliteTable(
  "throttles",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    /** Start of the window the count belongs to. */
    since: integer().notNull(),
    /** Refused until then; null while under the limit. */
    until: integer(),
  },
  (t) => [index("throttles_since").on(t.since)],
);

export type Throttle = typeof throttles.$inferSelect;
