import { liveCustomer } from "./customer-routes.ts";
import { disputeCharge } from "./disputes.ts";
import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { PaymentMethod } from "./objects/customer.ts";
import type { Refund } from "./objects/payment.ts";
import { addPaymentMethod } from "./payment-methods.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

/** Payment methods, payment intents, charges, refunds and disputes. */
export const paymentRoutes: readonly Route[] = [
  ["POST", "/v1/payment_methods/:id/attach", attach],
  ["POST", "/v1/payment_methods/:id/detach", detach],
  ["GET", "/v1/payment_methods", listMethods],
  [
    "GET",
    "/v1/payment_methods/:id",
    ({ state }, _, id) => render(get(state.paymentMethods, "PaymentMethod", id)),
  ],
  ["GET", "/v1/customers/:id/payment_methods", (box, form, id) => methodsOf(box, form, id)],
  [
    "GET",
    "/v1/payment_intents/:id",
    ({ state }, _, id) => render(get(state.paymentIntents, "payment_intent", id)),
  ],
  ["GET", "/v1/charges", listCharges],
  ["GET", "/v1/charges/:id", ({ state }, _, id) => render(get(state.charges, "charge", id))],
  ["POST", "/v1/refunds", refund],
  ["GET", "/v1/refunds/:id", ({ state }, _, id) => render(get(state.refunds, "refund", id))],
  ["GET", "/v1/disputes/:id", ({ state }, _, id) => render(get(state.disputes, "dispute", id))],
  ["POST", "/v1/test_helpers/charges/:id/dispute", dispute],
];

function attach(sandbox: Sandbox, form: Form, id: string): Json {
  const customer = liveCustomer(sandbox, form.need("customer"), "customer");
  const known = find(sandbox.state.paymentMethods, id);
  if (known) {
    change(sandbox, known, { customer: customer.id }, null);
    return render(known);
  }
  return render(addPaymentMethod(sandbox, customer.id, id));
}

function detach(sandbox: Sandbox, _: Form, id: string): Json {
  const method = get(sandbox.state.paymentMethods, "PaymentMethod", id);
  for (const customer of Object.values(sandbox.state.customers))
    if (customer.invoice_settings.default_payment_method === id)
      customer.invoice_settings.default_payment_method = null;
  change(sandbox, method, { customer: null }, "payment_method.detached");
  return render(method);
}

function listMethods(sandbox: Sandbox, form: Form): Json {
  return methodsOf(sandbox, form, form.need("customer"));
}

function methodsOf(sandbox: Sandbox, form: Form, customer: string): Json {
  const type = form.textOrNull("type");
  const rows = Object.values(sandbox.state.paymentMethods).filter(
    (one: PaymentMethod) => one.customer === customer && (type === null || one.type === type),
  );
  return listOf(form, "/v1/payment_methods", rows);
}

function listCharges(sandbox: Sandbox, form: Form): Json {
  const customer = form.textOrNull("customer");
  const intent = form.textOrNull("payment_intent");
  const rows = Object.values(sandbox.state.charges).filter(
    (one) =>
      (customer === null || one.customer === customer) &&
      (intent === null || one.payment_intent === intent),
  );
  return listOf(form, "/v1/charges", rows);
}

function refund(sandbox: Sandbox, form: Form): Json {
  const intent = find(sandbox.state.paymentIntents, form.textOrNull("payment_intent"));
  const charge = get(
    sandbox.state.charges,
    "charge",
    intent?.latest_charge ?? form.need("charge"),
    "charge",
  );
  return render(
    refundCharge(
      sandbox,
      charge.id,
      form.integer("amount"),
      form.textOrNull("reason"),
      form.metadata(),
    ),
  );
}

/** @param amount cents; all that is left when absent */
export function refundCharge(
  sandbox: Sandbox,
  chargeId: string,
  amount: number | undefined,
  reason: string | null,
  metadata: Record<string, string> = {},
): Refund {
  const charge = get(sandbox.state.charges, "charge", chargeId, "charge");
  const left = charge.amount - charge.amount_refunded;
  const wanted = amount ?? left;
  if (left === 0)
    throw new StripeError(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  if (wanted > left || charge.status !== "succeeded")
    throw new StripeError(
      `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`,
      { param: "amount" },
    );
  const made: Refund = {
    id: sandbox.newId("re"),
    object: "refund",
    amount: wanted,
    charge: charge.id,
    created: sandbox.now(),
    currency: charge.currency,
    metadata,
    payment_intent: charge.payment_intent,
    reason,
    status: "succeeded",
  };
  sandbox.state.refunds[made.id] = made;
  sandbox.emit("refund.created", made);
  const refunded = charge.amount_refunded + wanted;
  const patch = { amount_refunded: refunded, refunded: refunded === charge.amount };
  change(sandbox, charge, patch, "charge.refunded");
  return made;
}

/** Not Stripe's: what a bank does. Here so that a test or the portal can play it. */
function dispute(sandbox: Sandbox, _: Form, id: string): Json {
  const charge = get(sandbox.state.charges, "charge", id);
  const intent = get(sandbox.state.paymentIntents, "payment_intent", charge.payment_intent);
  const made = disputeCharge(sandbox, intent);
  if (made) return render(made);
  throw new StripeError("This charge cannot be disputed.");
}
