import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** A new address asked for, effective once both the former and the new one have said yes. One at a time per person. */
export const emailChanges = sqliteTable("email_changes", {
  id: text().primaryKey(),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: "cascade" }),
  /** As typed. */
  email: text().notNull(),
  emailKey: text("email_key").notNull(),
  oldConfirmedAt: integer("old_confirmed_at"),
  newConfirmedAt: integer("new_confirmed_at"),
  expiresAt: integer("expires_at").notNull(),
  createdAt: integer("created_at").notNull(),
});

export type EmailChange = typeof emailChanges.$inferSelect;
