import type { PaymentMethod } from "./objects/customer.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { Charge, PaymentError, PaymentIntent } from "./objects/payment.ts";
import { day } from "./periods.ts";
import { find, type Sandbox } from "./sandbox.ts";
import { setFields } from "./set-fields.ts";
import { afterFailed, afterPaid, subscriptionOf } from "./subscription-life.ts";
import { authenticationFailed, type Outcome, outcomeOf, sepaRejected } from "./test-numbers.ts";

export type Attempt = {
  /** The customer is in front of the page. */
  readonly onSession: boolean;
  /** 3-D Secure: accepted, refused, or not asked yet. */
  readonly authentication?: "accepted" | "refused";
  /** Else the subscription's, else the customer's. */
  readonly method?: PaymentMethod;
};

/** Try to pay an open invoice, and let its subscription know. */
export function attemptPayment(
  sandbox: Sandbox,
  invoice: Invoice,
  attempt: Attempt,
): Outcome["kind"] {
  if (invoice.amount_due === 0) {
    markPaid(sandbox, invoice, null);
    return "succeeded";
  }
  const method = attempt.method ?? methodOf(sandbox, invoice);
  const intent = intentOf(sandbox, invoice, method);
  const outcome = judge(method, attempt);
  invoice.attempted = true;
  if (!attempt.authentication) invoice.attempt_count++;
  if (outcome.kind === "succeeded") succeed(sandbox, invoice, intent);
  else if (outcome.kind === "processing") wait(sandbox, intent);
  else if (outcome.kind === "requires_action") askForAction(sandbox, invoice, intent);
  else fail(sandbox, invoice, intent, outcome.error);
  return outcome.kind;
}

function judge(method: PaymentMethod | null, { onSession, authentication }: Attempt): Outcome {
  if (!method) return { kind: "failed", error: noMethod };
  if (authentication === "refused") return { kind: "failed", error: authenticationFailed };
  return outcomeOf(method.behaviour, { onSession, authenticated: authentication === "accepted" });
}

const noMethod: PaymentError = {
  type: "invalid_request_error",
  code: "payment_intent_invalid_parameter",
  message: "This customer has no attached payment source or default payment method.",
};

function methodOf(sandbox: Sandbox, invoice: Invoice): PaymentMethod | null {
  const customer = find(sandbox.state.customers, invoice.customer);
  const id =
    subscriptionOf(sandbox, invoice)?.default_payment_method ??
    customer?.invoice_settings.default_payment_method;
  return find(sandbox.state.paymentMethods, id);
}

/** The invoice's payment intent: one for its whole life, whatever the number of attempts. */
function intentOf(sandbox: Sandbox, invoice: Invoice, method: PaymentMethod | null): PaymentIntent {
  const known = find(sandbox.state.paymentIntents, invoice.payment_intent_id);
  if (known) return setFields(known, { payment_method: method?.id ?? null });
  const id = sandbox.newId("pi");
  const intent: PaymentIntent = {
    id,
    object: "payment_intent",
    amount: invoice.amount_due,
    amount_received: 0,
    client_secret: `${id}_secret_bacasable`,
    created: sandbox.now(),
    currency: invoice.currency,
    customer: invoice.customer,
    last_payment_error: null,
    latest_charge: null,
    metadata: {},
    next_action: null,
    payment_method: method?.id ?? null,
    payment_method_types: ["card", "sepa_debit"],
    status: "requires_confirmation",
    settles_at: null,
    invoice_id: invoice.id,
  };
  sandbox.state.paymentIntents[id] = intent;
  invoice.payment_intent_id = id;
  invoice.payments.data = [
    {
      id: sandbox.newId("inpay"),
      object: "invoice_payment",
      amount_paid: null,
      amount_requested: invoice.amount_due,
      created: sandbox.now(),
      currency: invoice.currency,
      invoice: invoice.id,
      is_default: true,
      livemode: false,
      payment: { type: "payment_intent", payment_intent: id },
      status: "open",
      status_transitions: { canceled_at: null, paid_at: null },
    },
  ];
  sandbox.emit("payment_intent.created", intent);
  return intent;
}

function charge(
  sandbox: Sandbox,
  intent: PaymentIntent,
  status: Charge["status"],
  error?: PaymentError,
): Charge {
  const made: Charge = {
    id: sandbox.newId(intent.settles_at === null ? "ch" : "py"),
    object: "charge",
    amount: intent.amount,
    amount_refunded: 0,
    created: sandbox.now(),
    currency: intent.currency,
    customer: intent.customer,
    disputed: false,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    metadata: {},
    paid: status === "succeeded",
    payment_intent: intent.id,
    payment_method: intent.payment_method ?? "",
    refunded: false,
    status,
  };
  sandbox.state.charges[made.id] = made;
  sandbox.emit(`charge.${status}`, made);
  return made;
}

function succeed(sandbox: Sandbox, invoice: Invoice, intent: PaymentIntent): void {
  const settled =
    settledCharge(sandbox, intent, "succeeded") ?? charge(sandbox, intent, "succeeded");
  setFields(intent, {
    status: "succeeded",
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: settled.id,
    next_action: null,
    settles_at: null,
  } satisfies Partial<PaymentIntent>);
  sandbox.emit("payment_intent.succeeded", intent);
  markPaid(sandbox, invoice, intent);
}

/** The charge a delayed payment already had, now known. */
function settledCharge(sandbox: Sandbox, intent: PaymentIntent, status: "succeeded" | "failed") {
  const pending = find(sandbox.state.charges, intent.latest_charge);
  if (pending?.status !== "pending") return null;
  setFields(pending, { status, paid: status === "succeeded" });
  sandbox.emit(`charge.${status}`, pending);
  return pending;
}

function markPaid(sandbox: Sandbox, invoice: Invoice, intent: PaymentIntent | null): void {
  const paid_at = sandbox.now();
  setFields(invoice, {
    status: "paid",
    amount_paid: intent?.amount ?? 0,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, paid_at },
  } satisfies Partial<Invoice>);
  for (const payment of invoice.payments.data)
    setFields(payment, {
      status: "paid",
      amount_paid: invoice.amount_paid,
      status_transitions: { canceled_at: null, paid_at },
    });
  sandbox.emit("invoice.paid", invoice);
  sandbox.emit("invoice.payment_succeeded", invoice);
  afterPaid(sandbox, invoice);
}

function wait(sandbox: Sandbox, intent: PaymentIntent): void {
  intent.settles_at = sandbox.now() + sandbox.settings.sepaDays * day;
  intent.latest_charge = charge(sandbox, intent, "pending").id;
  setFields(intent, { status: "processing", next_action: null, last_payment_error: null });
  sandbox.emit("payment_intent.processing", intent);
}

/** A delayed payment is known: paid, refused, or paid and then contested. */
export function settlePayment(sandbox: Sandbox, intent: PaymentIntent): "succeeded" | "failed" {
  const invoice = find(sandbox.state.invoices, intent.invoice_id);
  const method = find(sandbox.state.paymentMethods, intent.payment_method);
  if (invoice?.status !== "open" || method?.behaviour === "sepa_fails") {
    if (invoice) fail(sandbox, invoice, intent, sepaRejected);
    intent.settles_at = null;
    return "failed";
  }
  succeed(sandbox, invoice, intent);
  return "succeeded";
}

function askForAction(sandbox: Sandbox, invoice: Invoice, intent: PaymentIntent): void {
  setFields(intent, {
    status: "requires_action",
    next_action: { type: "use_stripe_sdk", use_stripe_sdk: {} },
  } satisfies Partial<PaymentIntent>);
  sandbox.emit("payment_intent.requires_action", intent);
  sandbox.emit("invoice.payment_action_required", invoice);
  sandbox.emit("invoice.payment_failed", invoice);
  afterFailed(sandbox, invoice);
}

function fail(
  sandbox: Sandbox,
  invoice: Invoice,
  intent: PaymentIntent,
  error: PaymentError,
): void {
  const failed =
    settledCharge(sandbox, intent, "failed") ?? charge(sandbox, intent, "failed", error);
  setFields(intent, {
    status: "requires_payment_method",
    last_payment_error: error,
    latest_charge: failed.id,
    next_action: null,
    settles_at: null,
  } satisfies Partial<PaymentIntent>);
  sandbox.emit("payment_intent.payment_failed", intent);
  sandbox.emit("invoice.payment_failed", invoice);
  afterFailed(sandbox, invoice);
}
