import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

/** Sociétés out of order: one row while it lasts. */
export const pannes = sqliteTable("pannes", {
  societeId: text("societe_id")
    .primaryKey()
    .references(() => societes.id, { onDelete: "cascade" }),
  /** Of SQLite (`SQLITE_NOTADB`) or of the store (`TENANT_MISMATCH`); `INCONNU` otherwise. */
  code: text().notNull(),
  why: text().notNull(),
  /** Instant of the first failure, ms. */
  since: integer().notNull(),
});
