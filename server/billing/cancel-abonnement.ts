import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { getLiveSubscription } from "./live-subscription.ts";
import { keepSubscription, releaseSchedule } from "./release-schedule.ts";
import { msOf } from "./stripe-ids.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

/**
 * Ends the subscription with the period already paid. Asked twice, it is the same.
 *
 * @returns when it ends, milliseconds UTC
 * @throws Refusal SUBSCRIPTION_REQUIRED, BILLING_UNAVAILABLE
 */
export const cancelAbonnement = (doors: BillingDoors, societeId: string) =>
  atStripe("cancel", () =>
    doors.turns.take(societeId, async () => ({
      endsAt: await cancelSubscription(doors, societeId),
    })),
  );

/** Only within the société's turn. */
export async function cancelSubscription(doors: BillingDoors, societeId: string): Promise<number> {
  const { subscription, item } = await getLiveSubscription(doors, societeId);
  await releaseSchedule(doors.stripe, subscription);
  await doors.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  const { abonnement } = await syncAbonnement(doors, societeId);
  return abonnement.cancelAt ?? msOf(item.current_period_end);
}

/**
 * Undoes what was asked for later, an end or a lesser plan: the subscription goes on as it is.
 *
 * @throws Refusal SUBSCRIPTION_REQUIRED, BILLING_UNAVAILABLE
 */
export const resumeAbonnement = (doors: BillingDoors, societeId: string): Promise<void> =>
  atStripe("resume", () =>
    doors.turns.take(societeId, async () => {
      const { subscription } = await getLiveSubscription(doors, societeId);
      await keepSubscription(doors.stripe, subscription);
      await releaseSchedule(doors.stripe, subscription);
      await syncAbonnement(doors, societeId);
    }),
  );
