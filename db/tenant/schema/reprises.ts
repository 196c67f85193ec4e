import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

const repriseObjects = ["client", "produit", "facture"] as const;
export type RepriseObject = (typeof repriseObjects)[number];

/** Which row of a former tool became what: append-only. */
export const reprises = sqliteTable(
  "reprises",
  {
    objet: text({ enum: repriseObjects }).notNull(),
    /** Its key there, as text. */
    cle: text().notNull(),
    entityId: text("entity_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.objet, t.cle] })],
);
