import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Network address and device behind lines of the journal: kept a year, then forgotten. */
export const origines = sqliteTable(
  "origines",
  {
    /** sha-256 of the other columns: what the lines chain. */
    id: text().primaryKey(),
    /** `YYYY-MM`, UTC. */
    mois: text().notNull(),
    ip: text().notNull(),
    /** User-Agent, as sent. */
    agent: text().notNull(),
    /** Drawn at random: without the row, an address cannot be guessed from its hash. */
    sel: text().notNull(),
  },
  (t) => [uniqueIndex("origines_de").on(t.mois, t.ip, t.agent)],
);

export type Origine = typeof origines.$inferSelect;
