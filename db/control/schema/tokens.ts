import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

const tokenKinds = [
  "password_reset",
  "email_verification",
  "email_change_old",
  "email_change_new",
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** What a link in a mail proves, once. Only the hash is kept. */
export const tokens = sqliteTable(
  "tokens",
  {
    hash: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: tokenKinds }).notNull(),
    /** What it is about: the address to verify, the id of the change of address. */
    subject: text(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("tokens_user").on(t.userId, t.kind)],
);
