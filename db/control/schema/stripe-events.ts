import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const eventStatuses = ["received", "done", "ignored", "failed"] as const;

/** Ledger of what Stripe sent. Only `done` and `ignored` deduplicate: a failed event is tried again. */
export const stripeEvents = sqliteTable(
  "stripe_events",
  {
    id: text().primaryKey(),
    type: text().notNull(),
    objectId: text("object_id"),
    customerId: text("customer_id"),
    /** Stripe's instant, then ours, milliseconds. */
    createdAt: integer("created_at").notNull(),
    receivedAt: integer("received_at").notNull(),
    status: text({ enum: eventStatuses }).notNull().default("received"),
    attempts: integer().notNull().default(0),
    nextAt: integer("next_at").notNull(),
    error: text(),
    bodyHash: text("body_hash").notNull(),
    deliveries: integer().notNull().default(1),
  },
  (t) => [
    index("stripe_events_received").on(t.receivedAt, t.id),
    index("stripe_events_status").on(t.status, t.receivedAt, t.id),
    index("stripe_events_type").on(t.type, t.receivedAt, t.id),
    index("stripe_events_customer").on(t.customerId, t.createdAt),
  ],
);

/** What must happen once whatever is delivered twice. */
export const stripeEffects = sqliteTable(
  "stripe_effects",
  { key: text().notNull(), effect: text().notNull(), at: integer().notNull() },
  (t) => [primaryKey({ columns: [t.key, t.effect] })],
);
