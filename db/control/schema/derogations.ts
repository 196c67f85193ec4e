import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Limite } from "#server/domain/quota";
import { societes } from "./societes.ts";
import { users } from "./users.ts";

/** What the operator grants a société beside its plan. */
export const derogations = sqliteTable(
  "derogations",
  {
    id: text().primaryKey(),
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    limite: text().$type<Limite>().notNull(),
    /** Added to the plan's limit; null: no limit. Factures, users, or megabytes. */
    ajout: integer(),
    /** First instant it no longer counts; null: for ever. */
    until: integer(),
    reason: text().notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").references(() => users.id),
    revokedAt: integer("revoked_at"),
  },
  (t) => [index("derogations_societe").on(t.societeId)],
);
