import { and, eq, inArray, min } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { ControlTx } from "#server/tenancy/control";
import { type AbonnementReading, readingOf } from "./abonnement-reading.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { endSurplus } from "./end-surplus.ts";
import { getAbonnementRow } from "./get-abonnement-row.ts";
import { notePaid } from "./note-paid.ts";
import { fetchStripeState, type StripeState } from "./stripe-state.ts";
import { tellDunning } from "./tell-dunning.ts";
import { writeAbonnement } from "./write-abonnement.ts";

export type Synced = {
  readonly abonnement: Abonnement;
  /** What this reading changed of the row. */
  readonly changed: readonly string[];
  /** What was read; null for a société that never went to Stripe. */
  readonly state: StripeState | null;
};

/**
 * Re-reads at Stripe everything of a société's customer and rewrites its row whole. Only within the société's turn.
 *
 * The instant of the reading is taken before it is asked for; a reading older than the row's changes nothing.
 */
export async function syncAbonnement(doors: BillingDoors, societeId: string): Promise<Synced> {
  const abonnement = await getAbonnementRow(doors, societeId);
  if (abonnement.stripeCustomerId === null) return { abonnement, changed: [], state: null };
  const readAt = doors.clock().at;
  let state = await fetchStripeState(doors, abonnement.stripeCustomerId);
  if (await endSurplus(doors, state))
    state = await fetchStripeState(doors, abonnement.stripeCustomerId);
  const sold = await doors.control.read((db) => db.select().from(plans));
  const reading = readingOf(state, sold);
  const needsAction = reading.debt !== null && (await isActionRequired(doors, reading.debt.id));
  const accent = await doors.accentOf(societeId);
  const written = await doors.control.write(async (tx) => {
    await notePaid(tx, societeId, state, readAt);
    return record(tx, doors, { societeId, reading, needsAction, readAt, accent });
  });
  if (written.changed.length > 0) await doors.onChange(societeId);
  doors.books.wake();
  doors.mail.wake();
  return { ...written, state };
}

type Recorded = {
  readonly societeId: string;
  readonly reading: AbonnementReading;
  readonly needsAction: boolean;
  readonly readAt: number;
  readonly accent: string | null;
};

async function record(
  tx: ControlTx,
  doors: BillingDoors,
  { societeId, reading, needsAction, readAt, accent }: Recorded,
) {
  const [before] = await tx.select().from(abonnements).where(eq(abonnements.societeId, societeId));
  if (!before) throw new Error(`société ${societeId} has no abonnement`);
  if (before.readAt > readAt) return { abonnement: before, changed: [] };
  const { debt, ...columns } = reading;
  const pastDueSince = debt ? await firstFailure(tx, debt.id, before, readAt) : null;
  // More time was given for this debt: paid, nothing is left of it for the next one.
  const graceUntil = pastDueSince === null ? null : before.graceUntil;
  const reread = { ...columns, pastDueSince, graceUntil, readAt };
  const written = await writeAbonnement(tx, before, reread);
  const { abonnement: after } = written;
  await tellDunning(tx, doors, { before, after, debt, needsAction, at: readAt, accent });
  return written;
}

/** Whether the bank waits for the customer's confirmation rather than having refused. */
async function isActionRequired({ stripe }: BillingDoors, invoice: string): Promise<boolean> {
  const { data } = await stripe.invoicePayments.list({
    invoice,
    expand: ["data.payment.payment_intent"],
  });
  return data.some(({ payment }) => {
    const intent = payment.payment_intent;
    return typeof intent === "object" && intent.status === "requires_action";
  });
}

/**
 * Stripe's instant of the first failed payment of the debt still open. Retries add events and move nothing. Until its
 * event is known, what was already held against the société stands, else the grace counts from now.
 */
async function firstFailure(tx: ControlTx, debtId: string, before: Abonnement, readAt: number) {
  const failures = ["invoice.payment_failed", "invoice.payment_action_required"];
  const [known] = await tx
    .select({ at: min(stripeEvents.createdAt) })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.objectId, debtId), inArray(stripeEvents.type, failures)));
  return known?.at ?? before.pastDueSince ?? readAt;
}
