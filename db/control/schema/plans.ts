import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BillingInterval, Feature } from "#server/domain/quota";

/** What a société may buy. Never deleted, only archived: those who subscribed to it keep it. */
export const plans = sqliteTable("plans", {
  /** Of one version: `pro_mensuel`, then `pro_mensuel_v2`. */
  code: text().primaryKey(),
  /** What its versions share: `pro_mensuel`. One of them at most is on sale. */
  souche: text().notNull(),
  version: integer().notNull().default(1),
  /** The family its monthly and yearly prices share: `pro`. */
  offre: text().notNull(),
  nom: text().notNull(),
  /** Cents for one interval, before TVA. */
  priceHt: integer("price_ht").notNull(),
  interval: text().$type<BillingInterval>().notNull(),
  /** Limits; null: none. */
  facturesParMois: integer("factures_par_mois"),
  utilisateurs: integer(),
  stockageMo: integer("stockage_mo"),
  features: text({ mode: "json" }).$type<readonly Feature[]>().notNull().default([]),
  /** Names its price at Stripe; null for what costs nothing. */
  lookupKey: text("lookup_key").unique(),
  rank: integer().notNull(),
  archivedAt: integer("archived_at"),
  createdAt: integer("created_at").notNull(),
});

export type Plan = typeof plans.$inferSelect;
