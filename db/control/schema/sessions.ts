import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of the token; the token itself is only in the browser's cookie. */
    id: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Seconds since 1970: Lucia's unit. */
    expiresAt: integer("expires_at").notNull(),
    /** The société chosen for this session; null until one is chosen. */
    societeId: text("societe_id").references(() => societes.id),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    ip: text(),
    agent: text(),
    /** When it was proved by a second factor; null by a password alone. */
    secondFactorAt: integer("second_factor_at"),
    /** The visit it makes, of which it reads the société and no more. */
    visiteId: text("visite_id"),
    /** The session of the console a visit came from. */
    consoleSessionId: text("console_session_id"),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expires").on(t.expiresAt)],
);

export type SessionRow = typeof sessions.$inferSelect;
