import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EtatAbonnement } from "#server/domain/etat-abonnement";
import type { Cents } from "#server/domain/money";
import { societes } from "./societes.ts";

/** `indisponible`: its database could not be opened. */
const santes = ["saine", "indisponible", "migration_echouee"] as const;

/** Kept figures of a société, measured by the service: the console's list opens no société's database. */
export const releves = sqliteTable("releves", {
  /** Of the search index. */
  seq: integer().primaryKey(),
  societeId: text("societe_id")
    .notNull()
    .unique()
    .references(() => societes.id),
  nomKey: text("nom_key").notNull(),
  /** Folded: name, slug, SIREN, addresses of its people. */
  search: text().notNull(),
  siren: text().notNull(),
  offre: text().notNull(),
  planNom: text("plan_nom").notNull(),
  etat: text().$type<EtatAbonnement>().notNull(),
  /** Since when it pays late, or when what it has ends. */
  etatAt: integer("etat_at"),
  /** Issued in the window of its quota. */
  factures: integer().notNull(),
  /** Null: none. */
  limite: integer(),
  /** Thousandths of the limit; zero without a limit. */
  usage: integer().notNull(),
  mrrHt: integer("mrr_ht").$type<Cents>().notNull(),
  utilisateurs: integer().notNull(),
  /** When somebody was last seen in it; its registration before that. */
  activiteAt: integer("activite_at").notNull(),
  octets: integer().notNull(),
  /** Of its write-ahead log, not yet moved into its file. */
  walOctets: integer("wal_octets").notNull().default(0),
  sante: text({ enum: santes }).notNull(),
  measuredAt: integer("measured_at").notNull(),
});

export type Releve = typeof releves.$inferSelect;
