import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

/** Sociétés the operator has stopped. A row goes when it ends: what happened is in `actes`. */
export const suspensions = sqliteTable("suspensions", {
  societeId: text("societe_id")
    .primaryKey()
    .references(() => societes.id),
  since: integer().notNull(),
  /** What the société is told. */
  motif: text().notNull(),
});
