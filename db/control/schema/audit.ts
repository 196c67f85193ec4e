import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Who did what to accounts and sociétés. Only grows; ids are kept after the row they name is gone. */
export const audit = sqliteTable(
  "audit",
  {
    id: text().primaryKey(),
    at: integer().notNull(),
    /** Past tense: `user.logged_in`, `societe.provisioned`. */
    action: text().notNull(),
    userId: text("user_id"),
    societeId: text("societe_id"),
    ip: text(),
    details: text({ mode: "json" }).$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index("audit_societe").on(t.societeId, t.at), index("audit_user").on(t.userId, t.at)],
);
