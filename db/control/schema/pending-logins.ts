import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** The password was right, the second factor is awaited: opens nothing by itself. */
export const pendingLogins = sqliteTable(
  "pending_logins",
  {
    /** SHA-256 of the token in the browser's cookie. */
    hash: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: integer("expires_at").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("pending_logins_user").on(t.userId),
    index("pending_logins_expires").on(t.expiresAt),
  ],
);
