import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

const challengeKinds = ["registration", "login", "second_factor"] as const;

/** What a device was asked to sign, once, within five minutes. Known by its hash. */
export const passkeyChallenges = sqliteTable(
  "passkey_challenges",
  {
    hash: text().primaryKey(),
    /** Null for a login without a name: the key itself says whose it is. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: challengeKinds }).notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    index("passkey_challenges_expires").on(t.expiresAt),
    check("passkey_challenges_user", sql`(${t.userId} IS NULL) = (${t.kind} = 'login')`),
  ],
);
