import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { clientTypes } from "#server/domain/client";
import type { Echeance } from "#server/domain/facture";
import { langues } from "#server/domain/langue";

/** A buyer of the société. Archived, never deleted; an issued document keeps its own copy. */
export const clients = sqliteTable("clients", {
  /** Key of the search index; never leaves the database. */
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  type: text({ enum: clientTypes }).notNull(),
  nom: text().notNull(),
  siren: text().notNull().default(""),
  siret: text().notNull().default(""),
  tvaNumber: text("tva_number").notNull().default(""),
  email: text().notNull().default(""),
  phone: text().notNull().default(""),
  line1: text().notNull().default(""),
  line2: text().notNull().default(""),
  zip: text().notNull().default(""),
  city: text().notNull().default(""),
  country: text().notNull().default("FR"),
  /** Of their documents. */
  langue: text({ enum: langues }).notNull().default("fr"),
  note: text().notNull().default(""),
  /** The client's own terms of payment; null: those of the société. */
  echeance: text({ mode: "json" }).$type<Echeance>(),
  isArchived: integer("is_archived", { mode: "boolean" }).notNull().default(false),
  version: integer().notNull().default(1),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
  /** Folded forms (`fold`), to sort and search by: é beside e, œ as oe. */
  nomKey: text("nom_key").notNull(),
  cityKey: text("city_key").notNull(),
  search: text().notNull(),
});

export type ClientRow = typeof clients.$inferSelect;
