import { createSubscription } from "./create-subscription.ts";
import type { Customer, PaymentMethod } from "./objects/customer.ts";
import type { CheckoutSession } from "./objects/pages.ts";
import type { PaymentIntent } from "./objects/payment.ts";
import type { Subscription } from "./objects/subscription.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { setFields } from "./set-fields.ts";
import { StripeError } from "./stripe-error.ts";
import { hasEnded } from "./subscription-life.ts";
import { treatmentOf } from "./taxes.ts";

export function expireSession(sandbox: Sandbox, session: CheckoutSession): void {
  const patch = { status: "expired" as const, url: null };
  change(sandbox, session, patch, null);
  sandbox.emit("checkout.session.expired", session);
}

/** The subscription that forbids another one, when the account allows one per customer. */
export function runningSubscription(
  sandbox: Sandbox,
  customer: string | null,
): Subscription | null {
  if (!sandbox.settings.oneSubscriptionPerCustomer) return null;
  const running = Object.values(sandbox.state.subscriptions).find(
    (one) => one.customer === customer && !hasEnded(one) && !isAbandoned(sandbox, one),
  );
  return running ?? null;
}

/** A first payment that failed and can be forgotten: it forbids nothing. */
function isAbandoned(sandbox: Sandbox, { status, latest_invoice }: Subscription): boolean {
  if (status !== "incomplete") return false;
  const invoice = find(sandbox.state.invoices, latest_invoice);
  return find(sandbox.state.paymentIntents, invoice?.payment_intent_id)?.status !== "processing";
}

/** What is paid on the page, in cents: for the customer as it is known so far. */
export function amountsOf(sandbox: Sandbox, session: CheckoutSession, customer: Customer | null) {
  const { wanted } = session;
  const price = get(sandbox.state.prices, "price", wanted.price);
  const rates = wanted.taxRates.map((id) => get(sandbox.state.taxRates, "tax rate", id));
  const treatment = treatmentOf(sandbox, customer, {
    automatic: session.automatic_tax.enabled,
    rates,
  });
  const subtotal = price.unit_amount * wanted.quantity;
  const tax = Math.round((subtotal * (treatment?.percent ?? 0)) / 100);
  const isTrial = wanted.trialEnd !== null;
  return isTrial
    ? { subtotal: 0, tax: 0, total: 0, treatment, after: subtotal + tax }
    : { subtotal, tax, total: subtotal + tax, treatment, after: subtotal + tax };
}

/**
 * The customer pays: subscription, first invoice, and the session is complete.
 *
 * @throws StripeError when the session is over, or the customer already subscribes
 */
export function completeSession(
  sandbox: Sandbox,
  session: CheckoutSession,
  method: PaymentMethod | null,
): void {
  assertOpen(sandbox, session);
  const { wanted } = session;
  const customer = get(sandbox.state.customers, "customer", session.customer ?? "");
  const { subtotal, total } = amountsOf(sandbox, session, customer);
  const { subscription, invoice, outcome } = createSubscription(
    sandbox,
    {
      customer,
      price: get(sandbox.state.prices, "price", wanted.price),
      quantity: wanted.quantity,
      method,
      automaticTax: session.automatic_tax.enabled,
      taxRates: wanted.taxRates.map((id) => get(sandbox.state.taxRates, "tax rate", id)),
      trialEnd: wanted.trialEnd,
      metadata: wanted.metadata,
      description: wanted.description,
      missingPaymentMethod: wanted.missingPaymentMethod,
    },
    { onSession: true, authentication: "accepted" },
  );
  const paid = total === 0 ? "no_payment_required" : "paid";
  setFields(session, {
    status: "complete",
    payment_status: outcome === "processing" ? "unpaid" : paid,
    subscription: subscription.id,
    invoice: invoice.id,
    amount_subtotal: subtotal,
    amount_total: total,
    url: null,
    customer_details: detailsOf(sandbox, customer),
  } satisfies Partial<CheckoutSession>);
  sandbox.emit("checkout.session.completed", session);
}

function assertOpen(sandbox: Sandbox, session: CheckoutSession): void {
  if (session.status !== "open")
    throw new StripeError("This Checkout Session is no longer open.", { code: "resource_state" });
  if (runningSubscription(sandbox, session.customer))
    throw new StripeError("This customer already has a subscription.", { code: "resource_state" });
}

const detailsOf = (sandbox: Sandbox, customer: Customer) => ({
  address: customer.address,
  business_name: null,
  email: customer.email,
  individual_name: null,
  name: customer.name,
  phone: customer.phone,
  tax_exempt: customer.tax_exempt,
  tax_ids: Object.values(sandbox.state.taxIds)
    .filter((one) => one.customer === customer.id)
    .map(({ type, value }) => ({ type, value })),
});

/** A delayed payment of a first invoice is known: the session it came from says so. */
export function paymentSettled(
  sandbox: Sandbox,
  intent: PaymentIntent,
  kind: "succeeded" | "failed",
): void {
  const session = Object.values(sandbox.state.checkoutSessions).find(
    (one) => one.invoice === intent.invoice_id && one.payment_status === "unpaid",
  );
  if (!session) return;
  if (kind === "succeeded") session.payment_status = "paid";
  sandbox.emit(`checkout.session.async_payment_${kind}`, session);
}
