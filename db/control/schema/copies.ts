import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

/** How safe each société is: instants in ms, null for never. */
export const copies = sqliteTable(
  "copies",
  {
    societeId: text("societe_id")
      .primaryKey()
      .references(() => societes.id, { onDelete: "cascade" }),
    /** The backup that holds the last good copy. */
    sauvegardeId: text("sauvegarde_id"),
    savedAt: integer("saved_at"),
    /** Its database and archive, in clear. */
    bytes: integer().notNull().default(0),
    /** The last attempt failed; null again after a good one. */
    failedAt: integer("failed_at"),
    failure: text(),
    /** Restored into a side copy, and compared: from which backup, and what was wrong (null: equal). */
    rehearsedAt: integer("rehearsed_at"),
    rehearsedId: text("rehearsed_id"),
    rehearsalFailure: text("rehearsal_failure"),
    /** Really restored. */
    restoredAt: integer("restored_at"),
  },
  (t) => [index("copies_rehearsed").on(t.rehearsedAt)],
);
