import { createInvoice, periodLine } from "./invoices.ts";
import type { Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { periodAt } from "./periods.ts";
import { change, find, type Sandbox } from "./sandbox.ts";
import { cancelNow, itemOf, withItem } from "./subscription-life.ts";

/** A period (or a trial) is over: end, pause, or open the next one with its draft invoice. */
export function renew(sandbox: Sandbox, subscription: Subscription): void {
  if (subscription.cancel_at_period_end) {
    cancelNow(sandbox, subscription, "cancellation_requested");
    return;
  }
  const lacksMethod = subscription.status === "trialing" && !hasMethod(sandbox, subscription);
  const behaviour = subscription.trial_settings.end_behavior.missing_payment_method;
  if (lacksMethod && behaviour === "cancel") cancelNow(sandbox, subscription, "payment_failed");
  else if (lacksMethod && behaviour === "pause") pause(sandbox, subscription);
  else openPeriod(sandbox, subscription);
}

function hasMethod(sandbox: Sandbox, subscription: Subscription): boolean {
  const customer = find(sandbox.state.customers, subscription.customer);
  return Boolean(
    subscription.default_payment_method ?? customer?.invoice_settings.default_payment_method,
  );
}

function pause(sandbox: Sandbox, subscription: Subscription): void {
  change(sandbox, subscription, { status: "paused" }, "customer.subscription.updated");
  sandbox.emit("customer.subscription.paused", subscription);
}

function openPeriod(sandbox: Sandbox, subscription: Subscription): void {
  const old = itemOf(subscription);
  const recurring = old.price.recurring ?? { interval: "month", interval_count: 1 };
  const period = periodAt(subscription.billing_cycle_anchor, recurring, old.current_period_end);
  const item: SubscriptionItem = {
    ...old,
    current_period_start: period.start,
    current_period_end: period.end,
  };
  const invoice = createInvoice(sandbox, {
    subscription,
    reason: "subscription_cycle",
    lines: [periodLine(sandbox, item)],
    period: { start: old.current_period_start, end: old.current_period_end },
    advances: subscription.status !== "unpaid",
  });
  const patch: Partial<Subscription> = {
    ...withItem(subscription, item),
    latest_invoice: invoice.id,
    ...(subscription.status === "trialing" ? { status: "active" as const } : {}),
  };
  change(sandbox, subscription, patch, "customer.subscription.updated");
}
