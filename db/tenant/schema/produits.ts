import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { natures } from "#server/domain/facture";
import type { BasisPoints, UnitPrice } from "#server/domain/money";

/** What the société sells: prefills a ligne, which then lives its own life. */
export const produits = sqliteTable("produits", {
  /** Key of the search index; never leaves the database. */
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  reference: text().notNull().default(""),
  designation: text().notNull(),
  description: text().notNull().default(""),
  unit: text().notNull().default("C62"),
  unitPriceHt: integer("unit_price_ht").$type<UnitPrice>().notNull(),
  rate: integer().$type<BasisPoints>().notNull(),
  nature: text({ enum: natures }).notNull(),
  /** Issued factures that use it, counted by trigger. */
  uses: integer().notNull().default(0),
  isArchived: integer("is_archived", { mode: "boolean" }).notNull().default(false),
  version: integer().notNull().default(1),
  createdAt: integer("created_at").notNull(),
  updatedAt: integer("updated_at").notNull(),
  designationKey: text("designation_key").notNull(),
  search: text().notNull(),
});

export type ProduitRow = typeof produits.$inferSelect;
