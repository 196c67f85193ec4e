import type { Form } from "./form.ts";
import { type Json, render } from "./render.ts";
import type { State } from "./state.ts";
import { StripeError } from "./stripe-error.ts";

/** Replace ids by their objects along the paths asked for: `expand[]=latest_invoice.payments`, `data.customer`. */
export function expand(state: State, body: Json, form: Form): Json {
  for (const path of form.texts("expand")) {
    const parts = path.split(".");
    if (parts.length > 4)
      throw new StripeError("You cannot expand more than 4 levels of a property", {
        param: "expand",
      });
    follow(state, body, parts, path);
  }
  return body;
}

function follow(state: State, at: unknown, [name, ...rest]: string[], path: string): void {
  if (name === undefined || at === null || typeof at !== "object") return;
  if (Array.isArray(at)) {
    for (const one of at) follow(state, one, [name, ...rest], path);
    return;
  }
  const node = at as Json;
  if (!Object.hasOwn(node, name) && !isOptional(node, name))
    throw new StripeError(`This property cannot be expanded (${path}).`, { param: "expand" });
  node[name] = expanded(state, node, name);
  follow(state, node[name], rest, path);
}

/** Parts of an object that are sent only when asked for. */
const isOptional = (node: Json, name: string): boolean =>
  (node["object"] === "checkout.session" && name === "line_items") ||
  (node["object"] === "customer" && ["subscriptions", "tax_ids", "tax"].includes(name));

function expanded(state: State, node: Json, name: string): unknown {
  const value = node[name];
  if (typeof value === "string") return objectOf(state, value);
  if (Array.isArray(value))
    return value.map((one) => (typeof one === "string" ? objectOf(state, one) : one));
  if (value !== undefined) return value;
  const id = String(node["id"]);
  const url = `/v1/customers/${id}/${name}`;
  if (name === "tax_ids")
    return list(
      url,
      Object.values(state.taxIds)
        .filter((one) => one.customer === id)
        .map(render),
    );
  if (name === "subscriptions") {
    const live = Object.values(state.subscriptions).filter(
      (one) => one.customer === id && one.status !== "canceled",
    );
    return list(url, live.map(render));
  }
  if (name === "line_items")
    return list(`/v1/checkout/sessions/${id}/line_items`, lineItems(state, id));
  return { automatic_tax: "supported", ip_address: null, location: null };
}

const list = (url: string, data: unknown[]) => ({ object: "list", data, has_more: false, url });

function lineItems(state: State, sessionId: string): Json[] {
  const session = state.checkoutSessions[sessionId];
  const price = session && state.prices[session.wanted.price];
  if (!session || !price) return [];
  return [
    {
      id: `li_${sessionId.slice(-14)}`,
      object: "item",
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: session.amount_subtotal,
      amount_tax: session.amount_total - session.amount_subtotal,
      amount_total: session.amount_total,
      currency: session.currency,
      description: state.products[price.product]?.name ?? null,
      metadata: {},
      price: render(price),
      quantity: session.wanted.quantity,
    },
  ];
}

/** The object an id names, whatever its kind; the id itself when nothing has it. */
function objectOf(state: State, id: string): unknown {
  for (const table of expandable(state)) {
    const row = Object.hasOwn(table, id) ? table[id] : undefined;
    if (row) return render(row);
  }
  return id;
}

const expandable = (state: State) => [
  state.coupons,
  state.customers,
  state.discounts,
  state.subscriptions,
  state.invoices,
  state.products,
  state.prices,
  state.paymentMethods,
  state.paymentIntents,
  state.charges,
  state.schedules,
  state.refunds,
  state.portalConfigurations,
];
