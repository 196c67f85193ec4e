import type { Invoice } from "./objects/invoice.ts";
import type { Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { day } from "./periods.ts";
import { change, find, type Sandbox } from "./sandbox.ts";
import { setFields } from "./set-fields.ts";

/** The single item: FacturePro sells one thing at a time, and the sandbox nothing else. */
export function itemOf(subscription: Subscription): SubscriptionItem {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`subscription ${subscription.id} has no item`);
  return item;
}

export const withItem = (subscription: Subscription, item: SubscriptionItem) => ({
  items: { ...subscription.items, data: [item] },
});

const ended: readonly Subscription["status"][] = ["canceled", "incomplete_expired"];

export const hasEnded = ({ status }: Subscription): boolean => ended.includes(status);

export const subscriptionOf = (sandbox: Sandbox, invoice: Invoice): Subscription | null =>
  find(sandbox.state.subscriptions, invoice.parent.subscription_details.subscription);

type CancelReason = "cancellation_requested" | "payment_failed" | "payment_disputed";

/** End a subscription at once: its drafts and attempts stop, its schedule goes. */
export function cancelNow(
  sandbox: Sandbox,
  subscription: Subscription,
  reason: CancelReason,
): void {
  if (hasEnded(subscription)) return;
  for (const invoice of Object.values(sandbox.state.invoices))
    if (
      subscriptionOf(sandbox, invoice) === subscription &&
      ["draft", "open"].includes(invoice.status)
    )
      change(
        sandbox,
        invoice,
        { auto_advance: false, next_payment_attempt: null },
        "invoice.updated",
      );
  const schedule = find(sandbox.state.schedules, subscription.schedule);
  if (schedule)
    change(
      sandbox,
      schedule,
      { status: "canceled", canceled_at: sandbox.now(), current_phase: null },
      "subscription_schedule.canceled",
    );
  setFields(subscription, {
    status: "canceled",
    canceled_at: subscription.canceled_at ?? sandbox.now(),
    ended_at: sandbox.now(),
    pending_update: null,
    cancellation_details: { ...subscription.cancellation_details, reason },
  } satisfies Partial<Subscription>);
  delete sandbox.state.pendingLines[subscription.id];
  sandbox.emit("customer.subscription.deleted", subscription);
}

/** An invoice was paid: what waited for the money happens, what was suspended comes back. */
export function afterPaid(sandbox: Sandbox, invoice: Invoice): void {
  const subscription = subscriptionOf(sandbox, invoice);
  if (!subscription || hasEnded(subscription)) return;
  if (subscription.pending_update && subscription.latest_invoice === invoice.id)
    applyPendingUpdate(sandbox, subscription);
  const suspended = ["incomplete", "past_due", "unpaid"].includes(subscription.status);
  const isLatest = subscription.latest_invoice === invoice.id;
  if (suspended && (isLatest || !owes(sandbox, subscription)))
    change(
      sandbox,
      subscription,
      { status: statusWhenPaid(sandbox, subscription) },
      "customer.subscription.updated",
    );
  const customer = find(sandbox.state.customers, subscription.customer);
  if (customer?.delinquent) change(sandbox, customer, { delinquent: false }, "customer.updated");
}

const statusWhenPaid = (sandbox: Sandbox, { trial_end }: Subscription) =>
  trial_end !== null && trial_end > sandbox.now() ? "trialing" : "active";

const owes = (sandbox: Sandbox, subscription: Subscription): boolean =>
  Object.values(sandbox.state.invoices).some(
    (one) =>
      one.status === "open" && one.attempted && subscriptionOf(sandbox, one) === subscription,
  );

function applyPendingUpdate(sandbox: Sandbox, subscription: Subscription): void {
  const { pending_update } = subscription;
  const [item] = pending_update?.subscription_items ?? [];
  if (!item) return;
  const anchor = pending_update?.billing_cycle_anchor ?? subscription.billing_cycle_anchor;
  const patch: Partial<Subscription> = {
    ...withItem(subscription, item),
    billing_cycle_anchor: anchor,
    pending_update: null,
  };
  change(sandbox, subscription, patch, "customer.subscription.updated");
  sandbox.emit("customer.subscription.pending_update_applied", subscription);
}

/**
 * An attempt failed. The first invoice leaves the subscription `incomplete`, a pending update leaves it as it was;
 * a renewal makes it `past_due`, then what the account chose when no attempt is left.
 */
export function afterFailed(sandbox: Sandbox, invoice: Invoice): void {
  const subscription = subscriptionOf(sandbox, invoice);
  if (!subscription || hasEnded(subscription)) return;
  if (subscription.status === "incomplete" || subscription.pending_update) return;
  const { retryDays, afterRetries } = sandbox.settings;
  const wait = retryDays[invoice.attempt_count - 1];
  const customer = find(sandbox.state.customers, subscription.customer);
  if (customer) change(sandbox, customer, { delinquent: true }, "customer.updated");
  if (wait !== undefined) {
    const patch = { next_payment_attempt: sandbox.now() + wait * day };
    change(sandbox, invoice, patch, "invoice.updated");
    if (subscription.status !== "unpaid")
      change(sandbox, subscription, { status: "past_due" }, "customer.subscription.updated");
    return;
  }
  change(sandbox, invoice, { next_payment_attempt: null, auto_advance: false }, "invoice.updated");
  if (afterRetries === "canceled") cancelNow(sandbox, subscription, "payment_failed");
  else change(sandbox, subscription, { status: afterRetries }, "customer.subscription.updated");
}
