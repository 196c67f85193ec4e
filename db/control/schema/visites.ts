import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

const reponsesVisite = ["acceptee", "refusee"] as const;

/** Visits of the operator's staff in a société, let in by it. Instants in ms. */
export const visites = sqliteTable(
  "visites",
  {
    id: text().primaryKey(),
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    operatorId: text("operator_id").notNull(),
    operatorNom: text("operator_nom").notNull(),
    /** What the société reads. */
    reason: text().notNull(),
    askedAt: integer("asked_at").notNull(),
    answer: text({ enum: reponsesVisite }),
    answeredAt: integer("answered_at"),
    answeredNom: text("answered_nom"),
    /** Ends by itself. */
    untilAt: integer("until_at"),
    /** SHA-256 of the one way in; null once used. */
    tokenHash: text("token_hash").unique(),
    tokenUntil: integer("token_until"),
    /** Ended, or withdrawn, before its time. */
    endedAt: integer("ended_at"),
  },
  (t) => [index("visites_societe").on(t.societeId, t.askedAt)],
);

export type Visite = typeof visites.$inferSelect;
