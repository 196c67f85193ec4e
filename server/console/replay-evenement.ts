import { eq } from "drizzle-orm";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Billing } from "#server/billing/create-billing";
import { replayEvent } from "#server/billing/replay-event";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";
import { upTo } from "./up-to.ts";

type Replay = { readonly eventId: string; readonly reason: string };

/**
 * Process an event of Stripe again, through the very path of its first time.
 *
 * @returns what became of it within a few seconds; « received » when it is still waiting its turn
 * @throws Refusal ACTE_INVALID, EVENEMENT_NOT_FOUND
 */
export async function replayEvenement(
  billing: Billing,
  { eventId, reason: typed }: Replay,
  operator: Operator,
) {
  const reason = readReason(typed);
  await billing.control.write(async (tx) => {
    const { type, societeId } = await replayEvent(tx, eventId, operator.now.at);
    const details = { eventId, objet: type };
    await recordActe(tx, { kind: "evenement.replayed", societeId, reason, details }, operator);
  });
  await upTo(billing.flush());
  const [event] = await billing.control.read((db) =>
    db.select().from(stripeEvents).where(eq(stripeEvents.id, eventId)),
  );
  return { status: event?.status ?? "received" };
}
