import { sql } from "drizzle-orm";
import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { roles } from "#server/domain/permissions";
import { settingsColumns } from "./settings-columns.ts";
import { societes } from "./societes.ts";

/** Who was asked to join a société. One pending at a time for an address. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text().primaryKey(),
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    /** As typed, then as compared: the link serves this address only. */
    email: text().notNull(),
    emailKey: text("email_key").notNull(),
    role: text({ enum: roles }).notNull(),
    ...settingsColumns,
    invitedBy: text("invited_by").notNull(),
    /** The last mail sent for it. */
    mailId: text("mail_id").notNull(),
    /** SHA-256 of the link's secret; null until the mail leaves. */
    tokenHash: text("token_hash").unique(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    joinedAt: integer("joined_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [
    uniqueIndex("invitations_pending")
      .on(t.societeId, t.emailKey)
      .where(sql`${t.joinedAt} IS NULL AND ${t.revokedAt} IS NULL`),
  ],
);

export type Invitation = typeof invitations.$inferSelect;
