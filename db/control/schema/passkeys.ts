import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** A public key whose private half stays in somebody's device (WebAuthn). */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: text().primaryKey(),
    /** As the device names it, base64url. */
    credentialId: text("credential_id").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What its owner calls it. */
    nom: text().notNull(),
    /** COSE key, base64url. */
    publicKey: text("public_key").notNull(),
    /** Of the last assertion: a lower one comes from a copy. Zero where the device does not count. */
    counter: integer().notNull(),
    transports: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at"),
  },
  (t) => [index("passkeys_user").on(t.userId)],
);

export type Passkey = typeof passkeys.$inferSelect;
