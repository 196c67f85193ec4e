import { integer, sqliteView, text } from "drizzle-orm/sqlite-core";
import type { Cents } from "#server/domain/money";

/** What each numbered facture still owes, computed from avoirs and règlements at each reading (a view). */
export const soldes = sqliteView("soldes", {
  factureId: text("facture_id").notNull(),
  clientId: text("client_id"),
  dueOn: text("due_on").notNull(),
  issuedOn: text("issued_on").notNull(),
  totalTtc: integer("total_ttc").$type<Cents>().notNull(),
  avoirsTtc: integer("avoirs_ttc").$type<Cents>().notNull(),
  regleTtc: integer("regle_ttc").$type<Cents>().notNull(),
}).existing();
