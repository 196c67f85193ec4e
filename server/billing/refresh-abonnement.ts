import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

/**
 * Re-reads Stripe now, for somebody coming back from it: they are often here before the webhook. The address they come
 * back by grants nothing.
 *
 * @throws Refusal BILLING_UNAVAILABLE
 */
export const refreshAbonnement = (doors: BillingDoors, societeId: string) =>
  atStripe("refresh", () =>
    doors.turns.take(societeId, async () => {
      const { abonnement } = await syncAbonnement(doors, societeId);
      return { status: abonnement.status, planCode: abonnement.planCode };
    }),
  );
