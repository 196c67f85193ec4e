import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

/** `admin`: everything. `employe`: writes, no settings, no export. `comptable`: reads and exports, no seat counted. */
const roles = ["admin", "employe", "comptable"] as const;
export type Role = (typeof roles)[number];

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
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.societeId] }),
    index("memberships_societe").on(t.societeId),
  ],
);
