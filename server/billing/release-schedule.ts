import type Stripe from "stripe";
import { idOrNull } from "./stripe-ids.ts";

/** Forgets a change planned for later: the subscription goes on as it is. */
export async function releaseSchedule(
  stripe: Stripe,
  { schedule }: Stripe.Subscription,
): Promise<boolean> {
  const id = idOrNull(schedule);
  if (id === null) return false;
  await stripe.subscriptionSchedules.release(id);
  return true;
}

/** Forgets that it was to end. */
export async function keepSubscription(
  stripe: Stripe,
  { id, cancel_at, cancel_at_period_end }: Stripe.Subscription,
): Promise<boolean> {
  if (!cancel_at_period_end && cancel_at === null) return false;
  await stripe.subscriptions.update(
    id,
    cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: "" },
  );
  return true;
}
