import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TvaCategory } from "#server/domain/facture";
import type { BasisPoints, Cents } from "#server/domain/money";

/** Kept totals, as in `totaux.ts`: moved by triggers only (migrations/0008). */
export const totauxJournaliers = sqliteTable("totaux_journaliers", {
  /** Day of issue. */
  jour: text().primaryKey(),
  /** Net of avoirs. */
  ht: integer().$type<Cents>().notNull().default(0),
  ttc: integer().$type<Cents>().notNull().default(0),
});

export const totauxClients = sqliteTable(
  "totaux_clients",
  {
    /** Year of issue, "2026". */
    annee: text().notNull(),
    clientId: text("client_id").notNull(),
    nbFactures: integer("nb_factures").notNull().default(0),
    /** Net of avoirs. */
    ht: integer().$type<Cents>().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.annee, t.clientId] })],
);

/** By the month it falls due (CGI 269, 2), net of avoirs. */
export const totauxTva = sqliteTable(
  "totaux_tva",
  {
    mois: text().notNull(),
    category: text().$type<TvaCategory>().notNull(),
    rate: integer().$type<BasisPoints>().notNull(),
    base: integer().$type<Cents>().notNull().default(0),
    tva: integer().$type<Cents>().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.mois, t.category, t.rate] })],
);

/** The part of each rate in a payment, where TVA is due on payment. */
export const tvaReglements = sqliteTable(
  "tva_reglements",
  {
    factureId: text("facture_id").notNull(),
    reglementId: text("reglement_id").notNull(),
    category: text().$type<TvaCategory>().notNull(),
    rate: integer().$type<BasisPoints>().notNull(),
    base: integer().$type<Cents>().notNull(),
    tva: integer().$type<Cents>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.factureId, t.reglementId, t.category, t.rate] })],
);
