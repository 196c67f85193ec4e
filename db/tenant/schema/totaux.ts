import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cents } from "#server/domain/money";

/** Kept totals, moved by triggers only (migrations/0005, 0008); `checkTotaux` compares them with the full sums. */
export const totauxMensuels = sqliteTable("totaux_mensuels", {
  /** "2026-03": month of issue, and of receipt for `encaisseTtc`. */
  mois: text().primaryKey(),
  nbFactures: integer("nb_factures").notNull().default(0),
  nbAvoirs: integer("nb_avoirs").notNull().default(0),
  nbAnnulees: integer("nb_annulees").notNull().default(0),
  /** Net of avoirs. */
  ht: integer().$type<Cents>().notNull().default(0),
  tva: integer().$type<Cents>().notNull().default(0),
  ttc: integer().$type<Cents>().notNull().default(0),
  encaisseTtc: integer("encaisse_ttc").$type<Cents>().notNull().default(0),
  /** Of the factures issued that month: their total, what avoirs took off since, what has been paid since. */
  facturesTtc: integer("factures_ttc").$type<Cents>().notNull().default(0),
  corrigeTtc: integer("corrige_ttc").$type<Cents>().notNull().default(0),
  regleTtc: integer("regle_ttc").$type<Cents>().notNull().default(0),
  /** Received that month, reversals deducted. */
  nbReglements: integer("nb_reglements").notNull().default(0),
});

/** Factures with something left to pay, by the day it falls due. */
export const encours = sqliteTable("encours", {
  dueOn: text("due_on").primaryKey(),
  nb: integer().notNull().default(0),
  /** Of these, paid in part. */
  nbPartielles: integer("nb_partielles").notNull().default(0),
  resteTtc: integer("reste_ttc").$type<Cents>().notNull().default(0),
});

/** Row counts by name: `clients.actifs`, `produits.archives`… */
export const effectifs = sqliteTable("effectifs", {
  nom: text().primaryKey(),
  nb: integer().notNull(),
});
