import type { Cents } from "./money.ts";
import type { BillingInterval, SubscriptionStatus } from "./quota.ts";

/** Those that bill now. A subscription in arrears still does; one that is tried, paused or given up does not. */
const billing: readonly SubscriptionStatus[] = ["active", "past_due"];

/**
 * What one subscription brings a month, before TVA: its price, a year's divided by twelve and rounded to the cent. Zero
 * unless it is `active` or `past_due`, as Stripe itself counts (docs.stripe.com/billing/subscriptions/analytics).
 */
export function mrrOf(
  status: SubscriptionStatus | null,
  { priceHt, interval }: { readonly priceHt: number; readonly interval: BillingInterval },
): Cents {
  if (status === null || !billing.includes(status)) return 0 as Cents;
  return Math.round(interval === "an" ? priceHt / 12 : priceHt) as Cents;
}
