import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SubscriptionStatus } from "#server/domain/quota";
import { plans } from "./plans.ts";
import { societes } from "./societes.ts";

/** One row a société: its trial, and its subscription as last read from Stripe. Instants are UTC milliseconds. */
export const abonnements = sqliteTable("abonnements", {
  societeId: text("societe_id")
    .primaryKey()
    .references(() => societes.id),
  /** Grows with every change of what is allowed; the société's own copy carries it. */
  version: integer().notNull().default(1),
  /** The version its database last received. */
  copiedVersion: integer("copied_version").notNull().default(0),
  trialPlanCode: text("trial_plan_code").references(() => plans.code),
  trialEndsAt: integer("trial_ends_at"),
  /** From when Gratuit counts its months: registration, or the end of what was paid. */
  freeSince: integer("free_since").notNull(),
  stripeCustomerId: text("stripe_customer_id").unique(),
  subscriptionId: text("subscription_id").unique(),
  status: text().$type<SubscriptionStatus>(),
  planCode: text("plan_code").references(() => plans.code),
  periodStart: integer("period_start"),
  periodEnd: integer("period_end"),
  /** Stripe's `billing_cycle_anchor`. */
  anchorAt: integer("anchor_at"),
  /** When it ends, if it is to end. */
  cancelAt: integer("cancel_at"),
  endedAt: integer("ended_at"),
  /** The first failed payment of the debt still open: grace counts from it, whatever is retried. */
  pastDueSince: integer("past_due_since"),
  /** Until when the operator lets it go on in spite of that. */
  graceUntil: integer("grace_until"),
  /** A change for later: a downgrade at the end of the period. */
  pendingPlanCode: text("pending_plan_code").references(() => plans.code),
  pendingAt: integer("pending_at"),
  /** The open invoice: cents, and Stripe's page to pay it. */
  dueTtc: integer("due_ttc"),
  dueUrl: text("due_url"),
  /** « Visa •••• 4242 », for display. */
  paymentMethod: text("payment_method"),
  /** When the last month the operator gave ends: nothing is paid until then. */
  offertUntil: integer("offert_until"),
  /** Months given and not yet over, or those the next yearly renewal is lessened by. */
  offertMois: integer("offert_mois"),
  /** What is taken off the next yearly renewal, cents before TVA. */
  offertHt: integer("offert_ht"),
  /** When Stripe was asked for what this row says: an older reading never replaces a newer one. */
  readAt: integer("read_at").notNull().default(0),
  /** This société as a client of the éditeur, in the éditeur's own database. */
  editeurClientId: text("editeur_client_id"),
  /** The month it first paid, Europe/Paris: "2026-11". */
  premierMois: text("premier_mois"),
  createdAt: integer("created_at").notNull(),
});

export type Abonnement = typeof abonnements.$inferSelect;
