import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Answers already given, so that the retry of a lost answer does nothing twice. */
export const idempotences = sqliteTable("idempotences", {
  /** `<procedure>:<key of the caller>`. */
  key: text().primaryKey(),
  requestSha256: text("request_sha256").notNull(),
  response: text().notNull(),
  at: integer().notNull(),
});
