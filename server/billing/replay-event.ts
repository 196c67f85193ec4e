import { eq } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { stripeEvents } from "#db/control/schema/stripe-events";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";

/**
 * Makes an event due again, whatever became of it: Stripe is then asked once more for the whole state it is about.
 *
 * @returns whose it is; null for a customer of nobody
 * @throws Refusal EVENEMENT_NOT_FOUND
 */
export async function replayEvent(
  tx: ControlTx,
  eventId: string,
  at: number,
): Promise<{ type: string; societeId: string | null }> {
  const [event] = await tx
    .update(stripeEvents)
    .set({ status: "received", nextAt: at })
    .where(eq(stripeEvents.id, eventId))
    .returning({ type: stripeEvents.type, customerId: stripeEvents.customerId });
  if (!event) throw new Refusal("EVENEMENT_NOT_FOUND");
  const { type, customerId } = event;
  if (customerId === null) return { type, societeId: null };
  const [known] = await tx
    .select({ societeId: abonnements.societeId })
    .from(abonnements)
    .where(eq(abonnements.stripeCustomerId, customerId));
  return { type, societeId: known?.societeId ?? null };
}
