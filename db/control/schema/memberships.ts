import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { roles } from "#server/domain/permissions";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

const flag = (name: string, byDefault: boolean) =>
  integer(name, { mode: "boolean" }).notNull().default(byDefault);

/** What was settled for the person as an employé. */
const settingsColumns = {
  mayIssue: flag("may_issue", true),
  maySeeOthersAmounts: flag("may_see_others_amounts", true),
  mayExport: flag("may_export", false),
};

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
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.societeId] }),
    index("memberships_societe").on(t.societeId),
  ],
);
