import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row, written when the société is provisioned: a file put in another's place is refused when it is opened. */
export const tenantMark = sqliteTable("_tenant", {
  societeId: text("societe_id").primaryKey(),
  /** Always 1, and unique: there is nobody else in here. */
  only: integer().notNull().default(1),
});
