import { atStripe } from "#server/billing/at-stripe";
import type { Billing } from "#server/billing/create-billing";
import { syncPlans } from "#server/billing/sync-plans";

/** Stripe sells what the offers say. @returns what it took @throws Refusal BILLING_UNAVAILABLE */
export const pushOffres = async (billing: Billing): Promise<readonly string[]> =>
  (await atStripe("plans", () => syncPlans(billing, true)))
    .filter(({ what }) => what !== "nothing")
    .map(({ what, of }) => `${what} ${of}`);
