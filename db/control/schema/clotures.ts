import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";

const clotureSteps = ["asked", "destroying", "destroyed"] as const;

/** What was destroyed, as the certificate tells it. Counted, then hashed, before the first file goes. */
export type Inventory = {
  readonly nom: string;
  readonly siren: string;
  readonly factures: number;
  readonly avoirs: number;
  readonly clients: number;
  readonly produits: number;
  readonly reglements: number;
  readonly journalLines: number;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the sorted lines `<sha-256 of the file>  <its name>\n`. */
  readonly rootSha256: string;
};

/** Sociétés on their way out, and those that are gone. Instants in UTC milliseconds. */
export const clotures = sqliteTable("clotures", {
  societeId: text("societe_id")
    .primaryKey()
    .references(() => societes.id),
  step: text({ enum: clotureSteps }).notNull().default("asked"),
  askedAt: integer("asked_at").notNull(),
  deletionAt: integer("deletion_at").notNull(),
  askedBy: text("asked_by").notNull(),
  askedByNom: text("asked_by_nom").notNull(),
  /** To whom the certificate goes; forgotten once it is sent. */
  askedByEmail: text("asked_by_email"),
  /** The request itself ended the subscription: taking it back resumes it. */
  endedSubscription: integer("ended_subscription", { mode: "boolean" }).notNull(),
  inventory: text({ mode: "json" }).$type<Inventory>(),
});
