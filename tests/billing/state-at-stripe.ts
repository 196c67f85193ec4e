import type { Invoice } from "#server/billing/sandbox/objects/invoice";
import type { StripeEvent } from "#server/billing/sandbox/objects/stripe-event";
import type { Subscription } from "#server/billing/sandbox/objects/subscription";
import type { StripeServer } from "../support/stripe-server.ts";

const debts: readonly Subscription["status"][] = ["past_due", "unpaid"];

/**
 * What a row must say, worked out from Stripe's objects apart from the product's own reading. One subscription each.
 *
 * @param events all that happened: Stripe forgets them after thirty days
 */
export function stateAtStripe(
  { store }: StripeServer,
  customer: string,
  events: readonly StripeEvent[],
) {
  const { subscriptions, invoices } = store.sandbox.state;
  const [subscription] = Object.values(subscriptions).filter((one) => one.customer === customer);
  const [item] = subscription?.items.data ?? [];
  if (!subscription || !item) return { subscriptionId: null, status: null };
  const open = Object.values(invoices)
    .filter((one) => one.parent.subscription_details.subscription === subscription.id)
    .filter(({ status, amount_remaining }) => status === "open" && amount_remaining > 0)
    .sort((a, b) => a.created - b.created);
  const inDebt = debts.includes(subscription.status);
  return {
    subscriptionId: subscription.id,
    status: subscription.status,
    planCode: item.price.lookup_key,
    periodStart: item.current_period_start * 1_000,
    periodEnd: item.current_period_end * 1_000,
    dueTtc:
      inDebt || subscription.status === "incomplete" ? (open[0]?.amount_remaining ?? null) : null,
    pastDueSince: inDebt ? firstFailure(events, open[0]) : null,
  };
}

const failures = ["invoice.payment_failed", "invoice.payment_action_required"];

function firstFailure(events: readonly StripeEvent[], invoice: Invoice | undefined): number | null {
  const instants = events
    .filter(
      ({ type, data }) => failures.includes(type) && (data.object as Invoice).id === invoice?.id,
    )
    .map(({ created }) => created * 1_000);
  return instants.length > 0 ? Math.min(...instants) : null;
}
