import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SubscriptionStatus } from "#server/domain/quota";
import { plans } from "./plans.ts";

/** Subscriptions of each plan in each state; kept by triggers of `abonnements`. */
export const revenusPlans = sqliteTable(
  "revenus_plans",
  {
    planCode: text("plan_code")
      .notNull()
      .references(() => plans.code),
    status: text().$type<SubscriptionStatus>().notNull(),
    nb: integer().notNull(),
    /** Of them, those whose months were given. */
    offerts: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.planCode, t.status] })],
);

const count = (name: string) => integer(name).notNull().default(0);

/** What happened each month, Europe/Paris. Cents a month before TVA; what is lost is counted positive. */
export const revenusMois = sqliteTable("revenus_mois", {
  /** "2026-11". */
  mois: text().primaryKey(),
  inscrits: count("inscrits"),
  /** Of those registered that month, how many have ever paid. */
  convertis: count("convertis"),
  nouveaux: count("nouveaux"),
  departs: count("departs"),
  echecs: count("echecs"),
  recuperes: count("recuperes"),
  mrrNouveau: count("mrr_nouveau"),
  mrrHausse: count("mrr_hausse"),
  mrrBaisse: count("mrr_baisse"),
  mrrDepart: count("mrr_depart"),
});

/** Those who first paid in one month: what changed of their number in each month since. */
export const cohortes = sqliteTable(
  "cohortes",
  {
    cohorte: text().notNull(),
    mois: text().notNull(),
    entres: count("entres"),
    nb: count("nb"),
  },
  (t) => [primaryKey({ columns: [t.cohorte, t.mois] })],
);
