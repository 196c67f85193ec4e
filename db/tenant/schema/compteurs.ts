import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { factureTypes } from "#server/domain/facture";

/**
 * Last rank given per serie and exercice. Moved by the trigger `factures_counted` only, so that a rank never exists
 * without its facture; before the first issue it may be set to take over from another tool.
 */
export const compteurs = sqliteTable(
  "compteurs",
  {
    serie: text({ enum: factureTypes }).notNull(),
    /** Calendar year, or 0 when the serie never resets. */
    exercice: integer().notNull(),
    dernier: integer().notNull().default(0),
    dernierOn: text("dernier_on").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.serie, t.exercice] })],
);
