import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "#server/domain/permissions";
import { settingsColumns } from "./settings-columns.ts";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

/** Who is in which société, as what: `server/domain/permissions.ts` says what that allows. */
export const memberships = sqliteTable(
  "memberships",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    role: text({ enum: roles }).notNull(),
    ...settingsColumns,
    createdAt: integer("created_at").notNull(),
    /** When the person was last seen in this société. */
    lastSeenAt: integer("last_seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.societeId] }),
    index("memberships_societe").on(t.societeId),
  ],
);
