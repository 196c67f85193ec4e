import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

const tokenKinds = ["password_reset", "email_verification"] as const;

/** What a link in a mail proves, once. Only the hash is kept. */
export const tokens = sqliteTable(
  "tokens",
  {
    hash: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: tokenKinds }).notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("tokens_user").on(t.userId, t.kind)],
);
