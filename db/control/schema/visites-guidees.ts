import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { visitesGuidees as names } from "#server/domain/visite-guidee";
import { users } from "./users.ts";

/** The guided visits that are not to be offered to a person again. */
export const visitesGuidees = sqliteTable(
  "visites_guidees",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    visite: text({ enum: names }).notNull(),
    /** Milliseconds UTC. */
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.visite] })],
);
