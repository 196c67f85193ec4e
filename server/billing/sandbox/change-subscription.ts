import { createInvoice, draftInvoice, finalizeInvoice, periodLine } from "./invoices.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { Subscription } from "./objects/subscription.ts";
import { attemptPayment } from "./pay-invoice.ts";
import { hour } from "./periods.ts";
import type { Change } from "./prorations.ts";
import { change, type Sandbox } from "./sandbox.ts";
import { withItem } from "./subscription-life.ts";

export const prorationBehaviours = ["create_prorations", "none", "always_invoice"] as const;
export type ProrationBehaviour = (typeof prorationBehaviours)[number];

type Terms = {
  readonly proration: ProrationBehaviour;
  /** Nothing changes until the invoice is paid. */
  readonly pendingIfIncomplete: boolean;
};

/** Move a subscription to its new item; bill what the move owes now, or keep it for the next invoice. */
export function applyChange(
  sandbox: Sandbox,
  subscription: Subscription,
  move: Change,
  terms: Terms,
): void {
  const isFree = terms.proration === "none" && !move.startsPeriod;
  const billsNow = terms.proration === "always_invoice" || move.startsPeriod;
  if (isFree || subscription.status === "trialing") {
    take(sandbox, subscription, move);
    return;
  }
  if (!billsNow) {
    const { lines } = draftInvoice(
      sandbox,
      invoiceDraft(sandbox, subscription, move, terms.proration),
    );
    const waiting = sandbox.state.pendingLines[subscription.id] ?? [];
    sandbox.state.pendingLines[subscription.id] = [...waiting, ...lines.data];
    take(sandbox, subscription, move);
    return;
  }
  if (terms.pendingIfIncomplete) billThenTake(sandbox, subscription, move, terms.proration);
  else {
    take(sandbox, subscription, move);
    bill(sandbox, subscription, move, terms.proration);
  }
}

export const invoiceDraft = (
  sandbox: Sandbox,
  subscription: Subscription,
  move: Change,
  proration: ProrationBehaviour,
) => ({
  subscription,
  reason: "subscription_update" as const,
  lines: [
    ...(proration === "none" ? [] : move.prorations),
    ...(move.startsPeriod ? [periodLine(sandbox, move.item)] : []),
  ],
  period: { start: move.item.current_period_start, end: move.item.current_period_end },
  advances: true,
});

function take(sandbox: Sandbox, subscription: Subscription, { item, anchor }: Change): void {
  const patch = { ...withItem(subscription, item), billing_cycle_anchor: anchor };
  change(sandbox, subscription, patch, "customer.subscription.updated");
}

function bill(
  sandbox: Sandbox,
  subscription: Subscription,
  move: Change,
  proration: ProrationBehaviour,
): Invoice | null {
  const draft = invoiceDraft(sandbox, subscription, move, proration);
  if (draft.lines.length === 0) return null;
  const invoice = createInvoice(sandbox, draft);
  change(sandbox, subscription, { latest_invoice: invoice.id }, "customer.subscription.updated");
  finalizeInvoice(sandbox, invoice);
  attemptPayment(sandbox, invoice, { onSession: true });
  return invoice;
}

/** `pending_if_incomplete`: the change is held for 23 hours; `afterPaid` applies it when the money is there. */
function billThenTake(
  sandbox: Sandbox,
  subscription: Subscription,
  move: Change,
  proration: ProrationBehaviour,
): void {
  const held = {
    billing_cycle_anchor: move.anchor === subscription.billing_cycle_anchor ? null : move.anchor,
    expires_at: sandbox.now() + 23 * hour,
    subscription_items: [move.item],
    trial_end: null,
    trial_from_plan: false,
  };
  subscription.pending_update = held;
  const invoice = bill(sandbox, subscription, move, proration);
  if (invoice === null) {
    subscription.pending_update = null;
    take(sandbox, subscription, move);
  } else if (subscription.pending_update !== null)
    sandbox.emit("customer.subscription.updated", subscription, { pending_update: null });
}
