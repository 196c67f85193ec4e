import { sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Address, Ajustement, Echeance } from "#server/domain/facture";
import { factureStatuses, factureTypes, operations } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";

/**
 * Factures and avoirs. A brouillon has no number; once numbered, the triggers of migrations/0003 refuse any change.
 * « annulée », paid, overdue are derived (view `soldes`), never stored.
 */
export const factures = sqliteTable("factures", {
  id: text().primaryKey(),
  type: text({ enum: factureTypes }).notNull().default("facture"),
  status: text({ enum: factureStatuses }).notNull().default("brouillon"),
  serie: text({ enum: factureTypes }).notNull(),
  exercice: integer(),
  rang: integer(),
  number: text(),
  issuedOn: text("issued_on"),
  issuedAt: integer("issued_at"),
  dueOn: text("due_on"),
  clientId: text("client_id"),
  clientNom: text("client_nom").notNull().default(""),
  clientKey: text("client_key").notNull().default(""),
  /** The facture this avoir corrects. */
  origineId: text("origine_id"),
  totalHt: integer("total_ht").$type<Cents>().notNull().default(0),
  totalTva: integer("total_tva").$type<Cents>().notNull().default(0),
  totalTtc: integer("total_ttc").$type<Cents>().notNull().default(0),
  subject: text().notNull().default(""),
  purchaseOrder: text("purchase_order").notNull().default(""),
  buyerReference: text("buyer_reference").notNull().default(""),
  operation: text({ enum: operations }).notNull().default("standard"),
  exemptionArticle: text("exemption_article").notNull().default(""),
  deliveredOn: text("delivered_on"),
  echeance: text({ mode: "json" }).$type<Echeance>().notNull(),
  shipTo: text("ship_to", { mode: "json" }).$type<Address & { readonly name: string }>(),
  note: text().notNull().default(""),
  ajustements: text({ mode: "json" }).$type<readonly Ajustement[]>().notNull().default([]),
  /** Grows with each change of a brouillon: a save based on an older one is refused. */
  version: integer().notNull().default(1),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  updatedAt: integer("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
  updatedByNom: text("updated_by_nom").notNull(),
  /** Sort keys: brouillons above everything issued; without échéance last. */
  listedOn: text("listed_on").generatedAlwaysAs(sql`coalesce(issued_on, '9999-12-31')`).notNull(),
  stamp: integer().generatedAlwaysAs(sql`coalesce(issued_at, created_at)`).notNull(),
  dueKey: text("due_key").generatedAlwaysAs(sql`coalesce(due_on, '9999-12-31')`).notNull(),
});

export type FactureRow = typeof factures.$inferSelect;
