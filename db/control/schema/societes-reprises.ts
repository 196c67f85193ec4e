import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Which société of a former installation became which of ours. */
export const societesReprises = sqliteTable(
  "societes_reprises",
  {
    source: text().notNull(),
    /** Its key there; "" where the installation was of one société. */
    cle: text().notNull(),
    societeId: text("societe_id").notNull().unique(),
    at: integer().notNull(),
    /** Everything the source holds of it was gone through. */
    doneAt: integer("done_at"),
  },
  (t) => [primaryKey({ columns: [t.source, t.cle] })],
);
