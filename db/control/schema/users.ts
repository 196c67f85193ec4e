import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { langues } from "#server/domain/langue";

export const users = sqliteTable("users", {
  id: text().primaryKey(),
  /** As typed, for display and mail. */
  email: text().notNull().unique(),
  /** As compared: normalised by the auth door, so that two spellings are one account. */
  emailKey: text("email_key").notNull().unique(),
  /** Unique whatever the case (NOCASE in the migration). */
  username: text().notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  prenom: text(),
  nom: text(),
  isSuperAdmin: integer("is_super_admin", { mode: "boolean" }).notNull().default(false),
  emailVerifiedAt: integer("email_verified_at"),
  /** Sealed (`Seals`); null without an authenticator. */
  totpSecret: text("totp_secret"),
  /** Step of the last code taken: none serves twice. */
  totpStep: integer("totp_step"),
  /** Sealed; shown to its owner, not yet proved by a first code. */
  totpPending: text("totp_pending"),
  /** Of their pages; null: as their browser asks. */
  langue: text({ enum: langues }),
  createdAt: integer("created_at").notNull(),
  /** The account is erased: its names and address are nobody's. */
  erasedAt: integer("erased_at"),
});

export type User = typeof users.$inferSelect;
