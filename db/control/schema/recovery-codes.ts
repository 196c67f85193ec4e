import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** What replaces a lost second factor, once each. Only hashes are kept. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    hash: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    usedAt: integer("used_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("recovery_codes_user").on(t.userId)],
);

/** The codes of the last draw, sealed, until they are written down or a quarter of an hour is over. */
export const recoverySheets = sqliteTable("recovery_sheets", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  sealed: text().notNull(),
  expiresAt: integer("expires_at").notNull(),
});
