import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

/** One comparison with Stripe. Instants are UTC milliseconds. */
export const comparaisons = sqliteTable("comparaisons", {
  id: integer().primaryKey(),
  /** Who asked for it; null: the night. */
  par: text(),
  startedAt: integer("started_at").notNull(),
  /** Null while under way, and for good when a stop cut it. */
  endedAt: integer("ended_at"),
  societes: integer().notNull().default(0),
  /** Sociétés Stripe did not answer about. */
  illisibles: integer().notNull().default(0),
});

/** One thing that is not the same on both sides. */
export const ecarts = sqliteTable("ecarts", {
  id: integer().primaryKey(),
  comparaisonId: integer("comparaison_id")
    .notNull()
    .references(() => comparaisons.id),
  /** Null: a plan, or a customer of nobody. */
  societeId: text("societe_id").references(() => societes.id),
  /** What it is about at Stripe: a customer, a plan's code. */
  objet: text().notNull(),
  champ: text().notNull(),
  ici: text(),
  stripe: text(),
  repairedAt: integer("repaired_at"),
});

export type EcartRow = typeof ecarts.$inferSelect;
