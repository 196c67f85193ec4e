import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What the operator's staff did, and why. Only grows, each line chained to the one before. */
export const actes = sqliteTable(
  "actes",
  {
    id: integer().primaryKey(),
    at: integer().notNull(),
    /** Past tense: `societe.suspended`. */
    kind: text().notNull(),
    actorId: text("actor_id").notNull(),
    actorNom: text("actor_nom").notNull(),
    /** Kept after the société is gone; null for what concerns the whole service. */
    societeId: text("societe_id"),
    reason: text().notNull(),
    /** Canonical JSON, hashed as it stands. */
    details: text().notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text().notNull().unique(),
  },
  (t) => [index("actes_societe").on(t.societeId, t.id)],
);

export type ActeRow = typeof actes.$inferSelect;
