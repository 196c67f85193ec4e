import { invoiceDraft, prorationBehaviours } from "./change-subscription.ts";
import { liveCustomer } from "./customer-routes.ts";
import type { Form } from "./form.ts";
import { draftInvoice, finalizeInvoice, periodLine, voidInvoice } from "./invoices.ts";
import { listOf } from "./lists.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { Subscription } from "./objects/subscription.ts";
import { attemptPayment } from "./pay-invoice.ts";
import { periodAt } from "./periods.ts";
import { type Change, changeOf } from "./prorations.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";
import { hasEnded, itemOf, withItem } from "./subscription-life.ts";

export const invoiceRoutes: readonly Route[] = [
  ["GET", "/v1/invoices", list],
  ["POST", "/v1/invoices/create_preview", preview],
  ["GET", "/v1/invoices/:id", (box, _, id) => render(invoiceOf(box, id))],
  ["POST", "/v1/invoices/:id", update],
  ["GET", "/v1/invoices/:id/lines", lines],
  ["POST", "/v1/invoices/:id/pay", pay],
  ["POST", "/v1/invoices/:id/finalize", finalize],
  ["POST", "/v1/invoices/:id/void", (box, _, id) => end(box, id, "void")],
  ["POST", "/v1/invoices/:id/mark_uncollectible", (box, _, id) => end(box, id, "uncollectible")],
  ["GET", "/v1/invoice_payments", listPayments],
];

const invoiceOf = ({ state }: Sandbox, id: string): Invoice => get(state.invoices, "invoice", id);

function list(sandbox: Sandbox, form: Form): Json {
  const customer = form.textOrNull("customer");
  const subscription = form.textOrNull("subscription");
  const status = form.textOrNull("status");
  const rows = Object.values(sandbox.state.invoices).filter(
    (one) =>
      (customer === null || one.customer === customer) &&
      (subscription === null || one.parent.subscription_details.subscription === subscription) &&
      (status === null || one.status === status),
  );
  return listOf(form, "/v1/invoices", rows);
}

function update(sandbox: Sandbox, form: Form, id: string): Json {
  const invoice = invoiceOf(sandbox, id);
  const patch: Partial<Invoice> = {
    metadata: form.metadata(invoice.metadata),
    auto_advance: form.flag("auto_advance") ?? invoice.auto_advance,
  };
  change(sandbox, invoice, patch, "invoice.updated");
  return render(invoice);
}

function lines(sandbox: Sandbox, _: Form, id: string): Json {
  const { lines } = render(invoiceOf(sandbox, id));
  return lines as Json;
}

/** @throws StripeError card_declined and the like (402), with the subscription already told */
function pay(sandbox: Sandbox, form: Form, id: string): Json {
  const invoice = invoiceOf(sandbox, id);
  if (invoice.status === "draft") finalizeInvoice(sandbox, invoice);
  if (invoice.status !== "open")
    throw new StripeError(`Invoice is already ${invoice.status}`, { code: "invoice_not_open" });
  const wanted = form.textOrNull("payment_method");
  const method = wanted
    ? get(sandbox.state.paymentMethods, "PaymentMethod", wanted, "payment_method")
    : null;
  const outcome = attemptPayment(sandbox, invoice, {
    onSession: form.flag("off_session") === false,
    ...(method ? { method } : {}),
  });
  const intent = find(sandbox.state.paymentIntents, invoice.payment_intent_id);
  const error = intent?.last_payment_error;
  if (outcome === "failed")
    throw new StripeError(error?.message ?? "Your card was declined.", {
      status: 402,
      type: "card_error",
      code: error?.code ?? "card_declined",
      ...(error?.decline_code ? { declineCode: error.decline_code } : {}),
      ...(intent ? { paymentIntent: render(intent) } : {}),
    });
  if (outcome === "requires_action")
    throw new StripeError(
      "This payment requires additional user action before it can be completed successfully.",
      {
        status: 402,
        type: "card_error",
        code: "invoice_payment_intent_requires_action",
      },
    );
  return render(invoice);
}

function finalize(sandbox: Sandbox, _: Form, id: string): Json {
  const invoice = invoiceOf(sandbox, id);
  if (invoice.status !== "draft")
    throw new StripeError(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      { code: "invoice_not_editable" },
    );
  finalizeInvoice(sandbox, invoice);
  return render(invoice);
}

function end(sandbox: Sandbox, id: string, status: "void" | "uncollectible"): Json {
  const invoice = invoiceOf(sandbox, id);
  if (invoice.status !== "open" && !(status === "void" && invoice.status === "uncollectible"))
    throw new StripeError(
      `You can only pass in open invoices. This invoice is ${invoice.status}.`,
      { code: "invoice_not_open" },
    );
  if (status === "void") voidInvoice(sandbox, invoice);
  else
    change(
      sandbox,
      invoice,
      {
        status,
        auto_advance: false,
        next_payment_attempt: null,
        status_transitions: {
          ...invoice.status_transitions,
          marked_uncollectible_at: sandbox.now(),
        },
      },
      "invoice.marked_uncollectible",
    );
  return render(invoice);
}

function listPayments(sandbox: Sandbox, form: Form): Json {
  const invoice = form.textOrNull("invoice");
  const data = Object.values(sandbox.state.invoices)
    .filter(({ id }) => invoice === null || id === invoice)
    .flatMap(({ payments }) => payments.data);
  return { object: "list", data, has_more: false, url: "/v1/invoice_payments" };
}

/** The next invoice, or the one a change would make: computed by the same rules, kept nowhere. */
function preview(sandbox: Sandbox, form: Form): Json {
  const subscription = subscriptionFor(sandbox, form);
  const details = form.in("subscription_details");
  const [given] = details.each("items");
  const proration =
    details.choice("proration_behavior", prorationBehaviours) ?? "create_prorations";
  const item = itemOf(subscription);
  const wanted = given?.textOrNull("price");
  const move = changeOf(sandbox, subscription, {
    price: wanted
      ? get(sandbox.state.prices, "price", wanted, "subscription_details[items][0][price]")
      : item.price,
    quantity: given?.integer("quantity") ?? item.quantity,
    at: details.integer("proration_date") ?? sandbox.now(),
    resetAnchor: details.text("billing_cycle_anchor") === "now",
  });
  const changed = { ...subscription, ...withItem(subscription, move.item) };
  const billsNow = wanted && (proration === "always_invoice" || move.startsPeriod);
  const draft = billsNow
    ? invoiceDraft(sandbox, changed, move, proration)
    : nextCycle(sandbox, changed, move, proration === "none" ? [] : move.prorations);
  const id = sandbox.newId("upcoming_in");
  const invoice = draftInvoice(sandbox, draft, id);
  return render(invoice);
}

function subscriptionFor(sandbox: Sandbox, form: Form): Subscription {
  const id = form.textOrNull("subscription");
  if (id !== null) return get(sandbox.state.subscriptions, "subscription", id, "subscription");
  const customer = liveCustomer(sandbox, form.need("customer"), "customer");
  const running = Object.values(sandbox.state.subscriptions).find(
    (one) => one.customer === customer.id && !hasEnded(one),
  );
  if (running) return running;
  throw new StripeError(`No upcoming invoices for customer: ${customer.id}`, {
    status: 404,
    code: "invoice_upcoming_none",
  });
}

function nextCycle(
  sandbox: Sandbox,
  subscription: Subscription,
  { item }: Change,
  prorations: Change["prorations"],
) {
  if (subscription.cancel_at_period_end && prorations.length === 0)
    throw new StripeError(`No upcoming invoices for subscription: ${subscription.id}`, {
      status: 404,
      code: "invoice_upcoming_none",
    });
  const recurring = item.price.recurring ?? { interval: "month" as const, interval_count: 1 };
  const next = periodAt(subscription.billing_cycle_anchor, recurring, item.current_period_end);
  const nextItem = { ...item, current_period_start: next.start, current_period_end: next.end };
  return {
    subscription,
    reason: "subscription_cycle" as const,
    lines: [...prorations, periodLine(sandbox, nextItem)],
    period: { start: item.current_period_start, end: item.current_period_end },
    advances: true,
  };
}
