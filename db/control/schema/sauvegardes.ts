import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

const sauvegardeKinds = ["nightly", "asked"] as const;
/** `partial`: complete but for the sociétés counted in `failed`, whose last good copy is in an earlier one. */
const sauvegardeStates = ["running", "complete", "partial", "failed"] as const;

/** Backups of the service, one row a run. The backup itself is the manifest in the backup folder. */
export const sauvegardes = sqliteTable(
  "sauvegardes",
  {
    id: text().primaryKey(),
    kind: text({ enum: sauvegardeKinds }).notNull(),
    state: text({ enum: sauvegardeStates }).notNull(),
    startedAt: integer("started_at").notNull(),
    endedAt: integer("ended_at"),
    societes: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Of the databases and archives it names, in clear; what earlier backups hold already is counted too. */
    bytes: integer().notNull().default(0),
    sealed: integer({ mode: "boolean" }).notNull(),
    error: text(),
  },
  (t) => [index("sauvegardes_started").on(t.startedAt)],
);
