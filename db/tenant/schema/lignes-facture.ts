import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Ajustement } from "#server/domain/facture";
import { ligneKinds, natures } from "#server/domain/facture";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "#server/domain/money";

/** The rows of the sheet, in order; frozen with their facture. */
export const lignesFacture = sqliteTable(
  "lignes_facture",
  {
    factureId: text("facture_id").notNull(),
    position: integer().notNull(),
    kind: text({ enum: ligneKinds }).notNull(),
    designation: text().notNull(),
    description: text().notNull().default(""),
    quantity: integer().$type<Quantity>().notNull().default(0),
    unit: text().notNull().default("C62"),
    unitPriceHt: integer("unit_price_ht").$type<UnitPrice>().notNull().default(0),
    rate: integer().$type<BasisPoints>().notNull().default(0),
    nature: text({ enum: natures }).notNull().default("service"),
    produitId: text("produit_id"),
    ajustements: text({ mode: "json" }).$type<readonly Ajustement[]>().notNull().default([]),
    netHt: integer("net_ht").$type<Cents>().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.factureId, t.position] })],
);

export type LigneFacture = typeof lignesFacture.$inferSelect;
