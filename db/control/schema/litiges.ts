import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cents } from "#server/domain/money";
import { societes } from "./societes.ts";

/** A payment of a subscription that the payer's bank takes back: a dispute at Stripe, as last read there. */
export const litiges = sqliteTable(
  "litiges",
  {
    /** Stripe's, `du_…`. */
    id: text().primaryKey(),
    societeId: text("societe_id")
      .notNull()
      .references(() => societes.id),
    chargeId: text("charge_id").notNull(),
    amountTtc: integer("amount_ttc").$type<Cents>().notNull(),
    /** Stripe's words: `debit_not_authorized`, then `needs_response`, `won`, `lost`… */
    reason: text().notNull(),
    status: text().notNull(),
    openedAt: integer("opened_at").notNull(),
    readAt: integer("read_at").notNull(),
  },
  (t) => [index("litiges_societe").on(t.societeId, t.openedAt)],
);
