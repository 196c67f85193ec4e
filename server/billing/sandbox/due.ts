import { expireSession, paymentSettled } from "./checkout-sessions.ts";
import { endDiscount } from "./discounts.ts";
import { disputeCharge } from "./disputes.ts";
import { finalizeInvoice, voidInvoice } from "./invoices.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { PaymentIntent } from "./objects/payment.ts";
import type { Subscription } from "./objects/subscription.ts";
import { attemptPayment, settlePayment } from "./pay-invoice.ts";
import { day, hour } from "./periods.ts";
import { renew } from "./renew.ts";
import { change, find, type Sandbox } from "./sandbox.ts";
import { advanceSchedule, nextPhaseAt } from "./schedule-life.ts";
import { cancelNow, hasEnded, itemOf } from "./subscription-life.ts";

/** Something that happens by itself when its instant comes. `at` in seconds. */
export type Due = {
  readonly at: number;
  /** Told on the clock's page. */
  readonly what: string;
  readonly customer: string | null;
  run(): void;
};

/** Everything that will happen by itself, soonest first; at the same instant, in the order written here. */
export function listDues(sandbox: Sandbox): Due[] {
  const { state } = sandbox;
  const dues = [
    ...Object.values(state.paymentIntents).flatMap((one) => paymentDues(sandbox, one)),
    ...Object.values(state.schedules).flatMap((one) => scheduleDues(sandbox, one.id)),
    ...Object.values(state.subscriptions).flatMap((one) => subscriptionDues(sandbox, one)),
    ...Object.values(state.invoices).flatMap((one) => invoiceDues(sandbox, one)),
    ...Object.values(state.checkoutSessions).flatMap((one) =>
      one.status === "open"
        ? [
            {
              at: one.expires_at,
              what: "expiration d’une page de paiement",
              customer: one.customer,
              run: () => expireSession(sandbox, one),
            },
          ]
        : [],
    ),
  ];
  return dues.sort((a, b) => a.at - b.at);
}

function paymentDues(sandbox: Sandbox, intent: PaymentIntent): Due[] {
  const at = intent.settles_at;
  if (at === null) return [];
  const run = () => {
    const kind = settlePayment(sandbox, intent);
    paymentSettled(sandbox, intent, kind);
    const method = find(sandbox.state.paymentMethods, intent.payment_method);
    if (kind === "succeeded" && method?.behaviour === "sepa_disputed")
      disputeCharge(sandbox, intent);
  };
  return [{ at, what: "résultat d’un prélèvement SEPA", customer: intent.customer, run }];
}

function scheduleDues(sandbox: Sandbox, id: string): Due[] {
  const schedule = find(sandbox.state.schedules, id);
  const at = schedule && nextPhaseAt(schedule);
  if (!schedule || !at) return [];
  const run = () => advanceSchedule(sandbox, schedule);
  return [{ at, what: "changement de formule prévu", customer: schedule.customer, run }];
}

const renewing: readonly Subscription["status"][] = ["active", "past_due", "unpaid", "trialing"];

function subscriptionDues(sandbox: Sandbox, subscription: Subscription): Due[] {
  if (hasEnded(subscription)) return [];
  const { customer, cancel_at, pending_update, status } = subscription;
  const dues = discountDues(sandbox, subscription);
  const add = (at: number, what: string, run: () => void) => dues.push({ at, what, customer, run });
  if (pending_update)
    add(pending_update.expires_at, "fin d’attente d’un changement non payé", () =>
      expirePendingUpdate(sandbox, subscription),
    );
  if (status === "incomplete" && !isSettling(sandbox, subscription))
    add(subscription.created + 23 * hour, "abandon d’un abonnement non payé", () =>
      expireIncomplete(sandbox, subscription),
    );
  if (cancel_at !== null && !subscription.cancel_at_period_end)
    add(cancel_at, "fin d’un abonnement", () =>
      cancelNow(sandbox, subscription, "cancellation_requested"),
    );
  if (renewing.includes(status)) {
    const end = itemOf(subscription).current_period_end;
    for (const notice of noticesOf(sandbox, subscription, end)) dues.push(notice);
    add(end, subscription.cancel_at_period_end ? "fin d’un abonnement" : "renouvellement", () =>
      renew(sandbox, subscription),
    );
  }
  return dues;
}

function discountDues(sandbox: Sandbox, subscription: Subscription): Due[] {
  return (subscription.discounts ?? []).flatMap((id) => {
    const discount = find(sandbox.state.discounts, id);
    if (!discount?.end) return [];
    const run = () => endDiscount(sandbox, subscription, discount);
    return [{ at: discount.end, what: "fin d’une remise", customer: discount.customer, run }];
  });
}

const isSettling = (sandbox: Sandbox, { latest_invoice }: Subscription): boolean => {
  const invoice = find(sandbox.state.invoices, latest_invoice);
  return find(sandbox.state.paymentIntents, invoice?.payment_intent_id)?.status === "processing";
};

/** Told once: the end of the trial three days before, the next invoice some days before. */
function noticesOf(sandbox: Sandbox, subscription: Subscription, end: number): Due[] {
  const isTrial = subscription.status === "trialing";
  const isLast = subscription.cancel_at_period_end || subscription.status === "unpaid";
  if (isLast && !isTrial) return [];
  const kind = isTrial ? "trial_will_end" : "upcoming";
  const key = `${subscription.id}:${kind}:${end}`;
  if (sandbox.state.told[key] !== undefined) return [];
  const before = isTrial ? 3 : sandbox.settings.upcomingDays;
  const at = Math.max(end - before * day, subscription.created);
  const run = () => {
    sandbox.state.told[key] = sandbox.now();
    if (isTrial) sandbox.emit("customer.subscription.trial_will_end", subscription);
    else emitUpcoming(sandbox, subscription);
  };
  const what = isTrial ? "annonce de la fin de l’essai" : "annonce du renouvellement";
  return [{ at, what, customer: subscription.customer, run }];
}

/** The invoice to come has no id of its own yet; its subscription's latest stands for it. */
function emitUpcoming(sandbox: Sandbox, subscription: Subscription): void {
  const latest = find(sandbox.state.invoices, subscription.latest_invoice);
  if (latest) sandbox.emit("invoice.upcoming", { ...latest, status: "draft", number: null });
}

function expireIncomplete(sandbox: Sandbox, subscription: Subscription): void {
  const invoice = find(sandbox.state.invoices, subscription.latest_invoice);
  if (invoice?.status === "open") voidInvoice(sandbox, invoice);
  const patch = { status: "incomplete_expired" as const, ended_at: sandbox.now() };
  change(sandbox, subscription, patch, "customer.subscription.updated");
}

function expirePendingUpdate(sandbox: Sandbox, subscription: Subscription): void {
  const invoice = find(sandbox.state.invoices, subscription.latest_invoice);
  if (invoice?.status === "open") voidInvoice(sandbox, invoice);
  change(sandbox, subscription, { pending_update: null }, "customer.subscription.updated");
  sandbox.emit("customer.subscription.pending_update_expired", subscription);
}

function invoiceDues(sandbox: Sandbox, invoice: Invoice): Due[] {
  const { customer } = invoice;
  const attempt = () => attemptPayment(sandbox, invoice, { onSession: false });
  if (invoice.status === "draft" && invoice.automatically_finalizes_at !== null)
    return [
      {
        at: invoice.automatically_finalizes_at,
        what: "envoi et paiement d’une facture",
        customer,
        run: () => {
          finalizeInvoice(sandbox, invoice);
          attempt();
        },
      },
    ];
  if (invoice.status === "open" && invoice.next_payment_attempt !== null)
    return [
      {
        at: invoice.next_payment_attempt,
        what: "nouvelle tentative de paiement",
        customer,
        run: attempt,
      },
    ];
  return [];
}
