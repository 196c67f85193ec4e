import { applyChange, prorationBehaviours } from "./change-subscription.ts";
import { createSubscription } from "./create-subscription.ts";
import { liveCustomer } from "./customer-routes.ts";
import { takeDiscounts } from "./discounts.ts";
import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { TaxRate } from "./objects/catalogue.ts";
import type { PaymentMethod } from "./objects/customer.ts";
import type { Subscription } from "./objects/subscription.ts";
import { addPaymentMethod } from "./payment-methods.ts";
import { day } from "./periods.ts";
import { changeOf } from "./prorations.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { missing, StripeError } from "./stripe-error.ts";
import { cancelNow, hasEnded, itemOf } from "./subscription-life.ts";

export const subscriptionRoutes: readonly Route[] = [
  ["POST", "/v1/subscriptions", create],
  ["GET", "/v1/subscriptions", list],
  [
    "GET",
    "/v1/subscriptions/:id",
    ({ state }, _, id) => render(get(state.subscriptions, "subscription", id)),
  ],
  ["POST", "/v1/subscriptions/:id", update],
  ["DELETE", "/v1/subscriptions/:id", cancel],
  ["POST", "/v1/subscriptions/:id/resume", resume],
];

function create(sandbox: Sandbox, form: Form): Json {
  const customer = liveCustomer(sandbox, form.need("customer"), "customer");
  const [item, ...others] = form.each("items");
  if (!item) throw missing("items");
  if (others.length > 0)
    throw new StripeError("The sandbox sells one item per subscription.", { param: "items" });
  const { state } = sandbox;
  const price = get(state.prices, "price", item.need("price"), "items[0][price]");
  const { subscription } = createSubscription(
    sandbox,
    {
      customer,
      price,
      quantity: item.integer("quantity") ?? 1,
      method: methodOf(sandbox, form, customer.id),
      automaticTax: form.in("automatic_tax").flag("enabled") ?? false,
      taxRates: ratesOf(sandbox, form, "default_tax_rates"),
      trialEnd: trialEndOf(sandbox, form),
      metadata: form.metadata(),
      description: form.textOrNull("description"),
      missingPaymentMethod: missingMethodOf(form),
    },
    { onSession: form.flag("off_session") !== true },
  );
  return render(subscription);
}

export const missingMethodOf = (form: Form) =>
  form
    .in("trial_settings")
    .in("end_behavior")
    .choice("missing_payment_method", ["cancel", "create_invoice", "pause"]) ?? "create_invoice";

export const ratesOf = (sandbox: Sandbox, form: Form, name: string): TaxRate[] =>
  form.texts(name).map((id) => get(sandbox.state.taxRates, "tax rate", id, name));

/** Seconds; null without a trial. */
export function trialEndOf(sandbox: Sandbox, form: Form): number | null {
  const days = form.integer("trial_period_days");
  if (days !== undefined) return sandbox.now() + days * day;
  return form.text("trial_end") === "now" ? sandbox.now() : (form.integer("trial_end") ?? null);
}

/** A method by its id, or by the name Stripe gives to a test card (`pm_card_visa`). */
function methodOf(sandbox: Sandbox, form: Form, customer: string): PaymentMethod | null {
  const id = form.textOrNull("default_payment_method");
  if (id === null) return null;
  if (/^pm_(card|sepaDebit)_/.test(id)) return addPaymentMethod(sandbox, customer, id);
  return get(sandbox.state.paymentMethods, "PaymentMethod", id, "default_payment_method");
}

function list(sandbox: Sandbox, form: Form): Json {
  const customer = form.textOrNull("customer");
  const price = form.textOrNull("price");
  const status = form.textOrNull("status");
  const rows = Object.values(sandbox.state.subscriptions).filter(
    (one) =>
      (customer === null || one.customer === customer) &&
      (price === null || itemOf(one).price.id === price) &&
      matches(one, status),
  );
  return listOf(form, "/v1/subscriptions", rows);
}

/** Without a status the canceled ones are left out, as at Stripe. */
function matches(subscription: Subscription, status: string | null): boolean {
  if (status === "all") return true;
  if (status === "ended") return hasEnded(subscription);
  return status === null ? subscription.status !== "canceled" : subscription.status === status;
}

function update(sandbox: Sandbox, form: Form, id: string): Json {
  const subscription = get(sandbox.state.subscriptions, "subscription", id);
  assertChangeable(subscription, form);
  const method = form.has("default_payment_method")
    ? (methodOf(sandbox, form, subscription.customer)?.id ?? null)
    : subscription.default_payment_method;
  const comment = form.in("cancellation_details");
  const patch: Partial<Subscription> = {
    default_payment_method: method,
    metadata: form.metadata(subscription.metadata),
    ...(form.has("description") ? { description: form.textOrNull("description") } : {}),
    ...(form.has("automatic_tax")
      ? { automatic_tax: { enabled: form.in("automatic_tax").flag("enabled") ?? false } }
      : {}),
    ...(form.has("default_tax_rates")
      ? { default_tax_rates: ratesOf(sandbox, form, "default_tax_rates") }
      : {}),
    ...cancellation(sandbox, subscription, form),
    ...(form.has("cancellation_details")
      ? {
          cancellation_details: {
            ...subscription.cancellation_details,
            comment: comment.textOrNull("comment"),
            feedback: comment.textOrNull("feedback"),
          },
        }
      : {}),
  };
  change(sandbox, subscription, patch, "customer.subscription.updated");
  takeDiscounts(sandbox, subscription, form);
  if (form.has("items") || form.text("billing_cycle_anchor") === "now")
    move(sandbox, subscription, form);
  return render(subscription);
}

function assertChangeable(subscription: Subscription, form: Form): void {
  if (
    hasEnded(subscription) &&
    form.names().some((name) => name !== "metadata" && name !== "expand")
  )
    throw new StripeError(
      "A canceled subscription can only update its cancellation_details and metadata.",
    );
  const cancels = form.has("cancel_at_period_end") || form.has("cancel_at");
  if (subscription.schedule && cancels)
    throw new StripeError(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
      { param: "cancel_at_period_end" },
    );
}

function cancellation(
  sandbox: Sandbox,
  subscription: Subscription,
  form: Form,
): Partial<Subscription> {
  const atEnd = form.flag("cancel_at_period_end");
  if (atEnd === false)
    return {
      cancel_at_period_end: false,
      cancel_at: null,
      canceled_at: null,
      cancellation_details: { comment: null, feedback: null, reason: null },
    };
  const requested = { ...subscription.cancellation_details, reason: "cancellation_requested" };
  if (atEnd)
    return {
      cancel_at_period_end: true,
      cancel_at: itemOf(subscription).current_period_end,
      canceled_at: sandbox.now(),
      cancellation_details: requested,
    };
  if (!form.has("cancel_at")) return {};
  const at = form.integer("cancel_at") ?? null;
  return {
    cancel_at: at,
    cancel_at_period_end: false,
    canceled_at: at === null ? null : sandbox.now(),
    cancellation_details: at === null ? { ...requested, reason: null } : requested,
  };
}

function move(sandbox: Sandbox, subscription: Subscription, form: Form): void {
  const [given] = form.each("items");
  const item = itemOf(subscription);
  const id = given?.textOrNull("id");
  if (given && id !== item.id)
    throw id
      ? new StripeError(`No such subscription item: '${id}'`, {
          code: "resource_missing",
          param: "items[0][id]",
        })
      : new StripeError("The sandbox sells one item per subscription: name the item to change.", {
          param: "items[0][id]",
        });
  const wanted = given?.textOrNull("price");
  const price = wanted ? get(sandbox.state.prices, "price", wanted, "items[0][price]") : item.price;
  if (!price.active)
    throw new StripeError(
      `The price specified is inactive. This field only accepts active prices.`,
      { param: "items[0][price]" },
    );
  const pending = form.text("payment_behavior") === "pending_if_incomplete";
  if (pending && form.has("metadata"))
    throw new StripeError(
      "When `payment_behavior` is set to `pending_if_incomplete`, you cannot pass `metadata`.",
      { param: "metadata" },
    );
  const target = {
    price,
    quantity: given?.integer("quantity") ?? item.quantity,
    at: form.integer("proration_date") ?? sandbox.now(),
    resetAnchor: form.text("billing_cycle_anchor") === "now",
  };
  const proration = form.choice("proration_behavior", prorationBehaviours) ?? "create_prorations";
  applyChange(sandbox, subscription, changeOf(sandbox, subscription, target), {
    proration,
    pendingIfIncomplete: pending,
  });
}

function cancel(sandbox: Sandbox, form: Form, id: string): Json {
  const subscription = get(sandbox.state.subscriptions, "subscription", id);
  if (hasEnded(subscription))
    throw new StripeError(`No such subscription: '${id}'`, {
      status: 404,
      code: "resource_missing",
      param: "id",
    });
  const details = form.in("cancellation_details");
  subscription.cancellation_details.comment = details.textOrNull("comment");
  subscription.cancellation_details.feedback = details.textOrNull("feedback");
  cancelNow(sandbox, subscription, "cancellation_requested");
  return render(subscription);
}

/** Out of a pause: the period starts anew and is billed. */
function resume(sandbox: Sandbox, _: Form, id: string): Json {
  const subscription = get(sandbox.state.subscriptions, "subscription", id);
  if (subscription.status !== "paused")
    throw new StripeError("This subscription cannot be resumed because it is not paused.");
  subscription.status = "active";
  const { price, quantity } = itemOf(subscription);
  const target = { price, quantity, at: sandbox.now(), resetAnchor: true };
  applyChange(sandbox, subscription, changeOf(sandbox, subscription, target), {
    proration: "none",
    pendingIfIncomplete: false,
  });
  sandbox.emit("customer.subscription.resumed", subscription);
  return render(find(sandbox.state.subscriptions, id) ?? subscription);
}
