import { amountsOf, expireSession } from "./checkout-sessions.ts";
import { liveCustomer } from "./customer-routes.ts";
import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { Customer } from "./objects/customer.ts";
import type { CheckoutSession } from "./objects/pages.ts";
import { day } from "./periods.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { find, get, type Sandbox } from "./sandbox.ts";
import { setFields } from "./set-fields.ts";
import { missing, StripeError } from "./stripe-error.ts";
import { missingMethodOf, ratesOf, trialEndOf } from "./subscription-routes.ts";

const path = "/v1/checkout/sessions";

export const checkoutRoutes: readonly Route[] = [
  ["POST", path, create],
  ["GET", path, list],
  ["GET", `${path}/:id`, ({ state }, _, id) => render(sessionOf(state.checkoutSessions, id))],
  ["POST", `${path}/:id`, update],
  ["POST", `${path}/:id/expire`, expire],
];

const sessionOf = (table: Record<string, CheckoutSession>, id: string) =>
  get(table, "checkout.session", id);

function create(sandbox: Sandbox, form: Form): Json {
  if (form.need("mode") !== "subscription")
    throw new StripeError("The sandbox only sells subscriptions.", { param: "mode" });
  const customer = customerOf(sandbox, form);
  const [line, ...others] = form.each("line_items");
  if (!line) throw missing("line_items");
  if (others.length > 0)
    throw new StripeError("The sandbox sells one item per subscription.", { param: "line_items" });
  const price = get(sandbox.state.prices, "price", line.need("price"), "line_items[0][price]");
  if (!price.active)
    throw new StripeError(
      "The price specified is inactive. This field only accepts active prices.",
      { param: "line_items[0][price]" },
    );
  if (!price.recurring)
    throw new StripeError(
      "You must provide at least one recurring price in `subscription` mode when using prices.",
    );
  const id = sandbox.newId("cs_test");
  const session: CheckoutSession = {
    ...blank(form, sandbox),
    id,
    currency: price.currency,
    customer: customer?.id ?? null,
    success_url: form.need("success_url"),
    url: `${sandbox.pagesOrigin}/bac-a-sable/checkout/${id}`,
    wanted: wantedOf(sandbox, form, line, price.id),
  };
  assertTaxIds(form, customer);
  const { subtotal, total } = amountsOf(sandbox, session, customer);
  setFields(session, { amount_subtotal: subtotal, amount_total: total });
  sandbox.state.checkoutSessions[id] = session;
  return render(session);
}

/** Without a customer, one is made on the spot, as Checkout does when the page is completed. */
function customerOf(sandbox: Sandbox, form: Form): Customer | null {
  const id = form.textOrNull("customer");
  if (id === null)
    throw new StripeError("The sandbox needs the customer to exist before Checkout.", {
      code: "parameter_missing",
      param: "customer",
    });
  if (form.has("customer_email"))
    throw new StripeError(
      "You may only specify one of these parameters: customer, customer_email.",
    );
  return liveCustomer(sandbox, id, "customer");
}

/** Stripe refuses to collect VAT numbers of a known customer whose name may not be updated. */
function assertTaxIds(form: Form, customer: Customer | null): void {
  const collects = form.in("tax_id_collection").flag("enabled") === true;
  if (collects && customer && form.in("customer_update").text("name") !== "auto")
    throw new StripeError(
      "Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.",
    );
}

function blank(form: Form, sandbox: Sandbox) {
  const taxIds = form.in("tax_id_collection");
  const automatic = form.in("automatic_tax").flag("enabled") ?? false;
  const types = form.texts("payment_method_types");
  return {
    object: "checkout.session" as const,
    amount_subtotal: 0,
    amount_total: 0,
    automatic_tax: { enabled: automatic, status: automatic ? "requires_location_inputs" : null },
    billing_address_collection:
      form.choice("billing_address_collection", ["auto", "required"]) ?? null,
    cancel_url: form.textOrNull("cancel_url"),
    client_reference_id: form.textOrNull("client_reference_id"),
    created: sandbox.now(),
    customer_details: null,
    customer_email: null,
    expires_at: form.integer("expires_at") ?? sandbox.now() + day,
    invoice: null,
    locale: form.textOrNull("locale"),
    metadata: form.metadata(),
    mode: "subscription" as const,
    payment_method_types: types.length > 0 ? types : ["card", "sepa_debit"],
    payment_status: "unpaid" as const,
    status: "open" as const,
    subscription: null,
    tax_id_collection: {
      enabled: taxIds.flag("enabled") ?? false,
      required: taxIds.textOrNull("required") ?? "never",
    },
  };
}

function wantedOf(
  sandbox: Sandbox,
  form: Form,
  line: Form,
  price: string,
): CheckoutSession["wanted"] {
  const data = form.in("subscription_data");
  const update = form.in("customer_update");
  const rates = [
    ...ratesOf(sandbox, line, "tax_rates"),
    ...ratesOf(sandbox, data, "default_tax_rates"),
  ];
  return {
    price,
    quantity: line.integer("quantity") ?? 1,
    taxRates: rates.map(({ id }) => id),
    trialEnd: trialEndOf(sandbox, data),
    metadata: data.metadata(),
    description: data.textOrNull("description"),
    missingPaymentMethod: missingMethodOf(data),
    updatesName: update.text("name") === "auto",
    updatesAddress: update.text("address") === "auto",
    collectsMethod: form.choice("payment_method_collection", ["always", "if_required"]) ?? "always",
  };
}

function list(sandbox: Sandbox, form: Form): Json {
  const filters = (["customer", "subscription", "status"] as const).flatMap((name) => {
    const value = form.textOrNull(name);
    return value === null ? [] : [(one: CheckoutSession) => one[name] === value];
  });
  const rows = Object.values(sandbox.state.checkoutSessions);
  return listOf(
    form,
    path,
    rows.filter((one) => filters.every((keeps) => keeps(one))),
  );
}

function update(sandbox: Sandbox, form: Form, id: string): Json {
  const session = sessionOf(sandbox.state.checkoutSessions, id);
  session.metadata = form.metadata(session.metadata);
  return render(session);
}

function expire(sandbox: Sandbox, _: Form, id: string): Json {
  const session = sessionOf(sandbox.state.checkoutSessions, id);
  if (session.status !== "open")
    throw new StripeError(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  expireSession(sandbox, session);
  return render(find(sandbox.state.checkoutSessions, id) ?? session);
}
