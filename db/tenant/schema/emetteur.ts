import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { exigibilites, territoires, tvaRegimes } from "#server/domain/emetteur";
import type { BasisPoints, Cents } from "#server/domain/money";

/** The société as issuer; one row, born with the file. Its columns follow `Emetteur`, the address flattened. */
export const emetteur = sqliteTable("emetteur", {
  id: integer().primaryKey(),
  nom: text().notNull().default(""),
  formeJuridique: text("forme_juridique").notNull().default(""),
  isEi: integer("is_ei", { mode: "boolean" }).notNull().default(false),
  siren: text().notNull().default(""),
  siret: text().notNull().default(""),
  rcs: text().notNull().default(""),
  capital: integer().$type<Cents>(),
  tvaNumber: text("tva_number").notNull().default(""),
  regime: text({ enum: tvaRegimes }).notNull().default("reel"),
  exigibilite: text({ enum: exigibilites }).notNull().default("encaissements"),
  territoire: text({ enum: territoires }).notNull().default("metropole"),
  line1: text().notNull().default(""),
  line2: text().notNull().default(""),
  zip: text().notNull().default(""),
  city: text().notNull().default(""),
  country: text().notNull().default("FR"),
  email: text().notNull().default(""),
  phone: text().notNull().default(""),
  website: text().notNull().default(""),
  iban: text().notNull().default(""),
  bic: text().notNull().default(""),
  echeanceDays: integer("echeance_days").notNull().default(30),
  echeanceFinDeMois: integer("echeance_fin_de_mois", { mode: "boolean" }).notNull().default(false),
  penalitesRate: integer("penalites_rate").$type<BasisPoints>().notNull().default(1215),
  escompteRate: integer("escompte_rate").$type<BasisPoints>().notNull().default(0),
  escompteDays: integer("escompte_days").notNull().default(0),
  assurance: text().notNull().default(""),
  footer: text().notNull().default(""),
  isDemonstration: integer("is_demonstration", { mode: "boolean" }).notNull().default(false),
  updatedAt: integer("updated_at").notNull().default(0),
});
