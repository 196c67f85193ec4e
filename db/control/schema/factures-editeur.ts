import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

const kinds = ["facture", "avoir"] as const;
const statuses = ["pending", "issued", "failed"] as const;

/** The operator's own books: one facture or avoir of the éditeur for each invoice or credit note at Stripe. */
export const facturesEditeur = sqliteTable(
  "factures_editeur",
  {
    stripeId: text("stripe_id").primaryKey(),
    kind: text({ enum: kinds }).notNull(),
    /** The société that pays. */
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    /** In the éditeur's own database. */
    factureId: text("facture_id"),
    number: text(),
    status: text({ enum: statuses }).notNull().default("pending"),
    attempts: integer().notNull().default(0),
    nextAt: integer("next_at").notNull(),
    error: text(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("factures_editeur_societe").on(t.societeId, t.createdAt)],
);
