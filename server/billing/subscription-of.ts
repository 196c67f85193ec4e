import type Stripe from "stripe";

/** Written at Stripe on a subscription that was a second one: its end and its refund are for everybody to read. */
export const duplicateComment = "duplicate subscription, refunded";

const established = new Set(["active", "trialing", "past_due", "unpaid", "paused"]);

/** It is paid, or owed: buying again would be a second one. */
export const isEstablished = ({ status }: Stripe.Subscription): boolean => established.has(status);

export const isDuplicate = ({ cancellation_details }: Stripe.Subscription): boolean =>
  cancellation_details?.comment === duplicateComment;

/**
 * The one subscription of a customer: the oldest established, else one awaiting its first payment, else the one that
 * ended last. The others that still live are surplus.
 */
export function subscriptionOf(subscriptions: readonly Stripe.Subscription[]): {
  readonly kept: Stripe.Subscription | null;
  readonly surplus: readonly Stripe.Subscription[];
} {
  const oldest = [...subscriptions].sort((a, b) => a.created - b.created || order(a.id, b.id));
  const holders = oldest.filter(isEstablished);
  const waiting = oldest.filter(({ status }) => status === "incomplete");
  const [holder, ...others] = holders;
  if (holder) return { kept: holder, surplus: [...others, ...waiting] };
  const ended = oldest
    .filter((one) => one.status === "canceled" && !isDuplicate(one))
    .sort((a, b) => (a.ended_at ?? 0) - (b.ended_at ?? 0));
  const kept = waiting.at(-1) ?? ended.at(-1) ?? oldest.filter((one) => !isDuplicate(one)).at(-1);
  return { kept: kept ?? null, surplus: [] };
}

const order = (a: string, b: string): number => (a < b ? -1 : 1);

/** The only item of a subscription; its period is the subscription's. @throws when there are several */
export function itemOf({ id, items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item, ...others] = items.data;
  if (!item || others.length > 0)
    throw new Error(`subscription ${id} has ${items.data.length} items, one was expected`);
  return item;
}
