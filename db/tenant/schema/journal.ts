import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What happened, in order, without a gap, each line chained to the one before (ISCA, CGI 286 I 3° bis). */
export const journal = sqliteTable("journal", {
  id: integer().primaryKey(),
  at: integer().notNull(),
  /** In the past tense: `facture.issued`, `client.created`. */
  kind: text().notNull(),
  entityId: text("entity_id").notNull(),
  actorId: text("actor_id").notNull(),
  actorNom: text("actor_nom").notNull(),
  /** Canonical JSON, kept as text: its bytes are what the hash covers. */
  payload: text().notNull(),
  /** Id of the row of `origines`: from where. Null: older lines, and what the service does by itself. */
  origine: text(),
  prevHash: text("prev_hash").notNull(),
  hash: text().notNull(),
});

export type JournalRow = typeof journal.$inferSelect;
