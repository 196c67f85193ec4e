import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Durable work to do after a commit: renders the PDF of an issued document. Gone once recorded in `archives`. */
export const taches = sqliteTable("taches", {
  id: integer().primaryKey(),
  kind: text({ enum: ["render"] }).notNull(),
  entityId: text("entity_id").notNull(),
  attempts: integer().notNull().default(0),
  nextAt: integer("next_at").notNull(),
  lastError: text("last_error").notNull().default(""),
});
