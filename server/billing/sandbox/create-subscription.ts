import { createInvoice, finalizeInvoice, periodLine } from "./invoices.ts";
import type { Price, TaxRate } from "./objects/catalogue.ts";
import type { Customer, PaymentMethod } from "./objects/customer.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { Metadata } from "./objects/shared.ts";
import type { Subscription } from "./objects/subscription.ts";
import { type Attempt, attemptPayment } from "./pay-invoice.ts";
import { periodAt } from "./periods.ts";
import { change, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";
import { itemOf } from "./subscription-life.ts";
import type { Outcome } from "./test-numbers.ts";

export type Wanted = {
  readonly customer: Customer;
  readonly price: Price;
  readonly quantity: number;
  readonly method: PaymentMethod | null;
  readonly automaticTax: boolean;
  readonly taxRates: TaxRate[];
  readonly trialEnd: number | null;
  readonly metadata: Metadata;
  readonly description: string | null;
  readonly missingPaymentMethod: Subscription["trial_settings"]["end_behavior"]["missing_payment_method"];
};

type Created = { subscription: Subscription; invoice: Invoice; outcome: Outcome["kind"] };

/** A subscription and its first invoice, tried at once. Not paid, it is `incomplete` for 23 hours. */
export function createSubscription(sandbox: Sandbox, wanted: Wanted, attempt: Attempt): Created {
  const subscription = newSubscription(sandbox, wanted);
  sandbox.state.subscriptions[subscription.id] = subscription;
  const item = itemOf(subscription);
  const whole = periodLine(sandbox, item);
  const isTrial = subscription.status === "trialing";
  const line = isTrial ? { ...whole, amount: 0, description: "Trial period" } : whole;
  sandbox.emit("customer.subscription.created", subscription);
  const invoice = createInvoice(sandbox, {
    subscription,
    reason: "subscription_create",
    lines: [line],
    period: { start: sandbox.now(), end: sandbox.now() },
    advances: true,
  });
  change(sandbox, subscription, { latest_invoice: invoice.id }, null);
  finalizeInvoice(sandbox, invoice);
  const outcome = attemptPayment(sandbox, invoice, attempt);
  return { subscription, invoice, outcome };
}

function newSubscription(sandbox: Sandbox, wanted: Wanted): Subscription {
  const { price, customer, trialEnd } = wanted;
  const now = sandbox.now();
  const { recurring } = price;
  if (!recurring)
    throw new StripeError(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      { param: "items[0][price]" },
    );
  const isTrial = trialEnd !== null && trialEnd > now;
  const anchor = isTrial ? trialEnd : now;
  const period = isTrial ? { start: now, end: trialEnd } : periodAt(anchor, recurring, now);
  const id = sandbox.newId("sub");
  const item: Subscription["items"]["data"][number] = {
    id: sandbox.newId("si"),
    object: "subscription_item",
    created: now,
    current_period_start: period.start,
    current_period_end: period.end,
    metadata: {},
    price: structuredClone(price),
    quantity: wanted.quantity,
    subscription: id,
    tax_rates: [],
  };
  return {
    id,
    object: "subscription",
    automatic_tax: { enabled: wanted.automaticTax },
    billing_cycle_anchor: anchor,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    created: now,
    currency: price.currency,
    customer: customer.id,
    default_payment_method: wanted.method?.id ?? null,
    default_tax_rates: wanted.taxRates,
    description: wanted.description,
    discounts: [],
    ended_at: null,
    items: {
      object: "list",
      data: [item],
      has_more: false,
      total_count: 1,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    metadata: wanted.metadata,
    pause_collection: null,
    pending_update: null,
    schedule: null,
    start_date: now,
    status: isTrial ? "trialing" : "incomplete",
    trial_end: isTrial ? trialEnd : null,
    trial_settings: { end_behavior: { missing_payment_method: wanted.missingPaymentMethod } },
    trial_start: isTrial ? now : null,
  };
}
