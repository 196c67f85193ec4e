import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { Address, Customer, TaxId } from "./objects/customer.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";
import { cancelNow } from "./subscription-life.ts";
import { addTaxId } from "./tax-ids.ts";

export const customerRoutes: readonly Route[] = [
  ["POST", "/v1/customers", createCustomer],
  ["GET", "/v1/customers", listCustomers],
  ["GET", "/v1/customers/:id", retrieveCustomer],
  ["POST", "/v1/customers/:id", updateCustomer],
  ["DELETE", "/v1/customers/:id", deleteCustomer],
  ["POST", "/v1/customers/:id/tax_ids", createTaxId],
  ["GET", "/v1/customers/:id/tax_ids", listTaxIds],
  [
    "GET",
    "/v1/customers/:id/tax_ids/:sub",
    ({ state }, _, id, sub) => render(taxIdOf(state.taxIds, id, sub)),
  ],
  ["DELETE", "/v1/customers/:id/tax_ids/:sub", deleteTaxId],
];

/** @throws StripeError 404 for a deleted customer too: nothing can be done with it any more */
export function liveCustomer(sandbox: Sandbox, id: string, where?: string): Customer {
  const customer = get(sandbox.state.customers, "customer", id, where);
  return customer.deleted ? get({}, "customer", id, where) : customer;
}

function createCustomer(sandbox: Sandbox, form: Form): Json {
  const rank = Object.keys(sandbox.state.customers).length + 1;
  const customer: Customer = {
    id: sandbox.newId("cus"),
    object: "customer",
    address: addressOf(form, null),
    balance: form.integer("balance") ?? 0,
    created: sandbox.now(),
    currency: null,
    delinquent: false,
    description: form.textOrNull("description"),
    email: form.textOrNull("email"),
    invoice_prefix: `BAS${String(rank).padStart(5, "0")}`,
    invoice_settings: { default_payment_method: null, custom_fields: null, footer: null },
    metadata: form.metadata(),
    name: form.textOrNull("name"),
    next_invoice_sequence: 1,
    phone: form.textOrNull("phone"),
    preferred_locales: form.texts("preferred_locales"),
    tax_exempt: form.choice("tax_exempt", ["none", "exempt", "reverse"]) ?? "none",
  };
  sandbox.state.customers[customer.id] = customer;
  sandbox.emit("customer.created", customer);
  for (const one of form.each("tax_id_data"))
    addTaxId(sandbox, customer.id, one.need("type"), one.need("value"));
  return render(customer);
}

function addressOf(form: Form, before: Address | null): Address | null {
  if (!form.has("address")) return before;
  const address = form.in("address");
  if (address.names().length === 0) return null;
  return {
    city: address.textOrNull("city"),
    country: address.textOrNull("country"),
    line1: address.textOrNull("line1"),
    line2: address.textOrNull("line2"),
    postal_code: address.textOrNull("postal_code"),
    state: address.textOrNull("state"),
  };
}

function updateCustomer(sandbox: Sandbox, form: Form, id: string): Json {
  const customer = liveCustomer(sandbox, id);
  const texts = (["description", "email", "name", "phone"] as const).filter((name) =>
    form.has(name),
  );
  const settings = form.in("invoice_settings");
  const method = settings.text("default_payment_method");
  if (method)
    get(
      sandbox.state.paymentMethods,
      "PaymentMethod",
      method,
      "invoice_settings[default_payment_method]",
    );
  const patch: Partial<Customer> = {
    ...Object.fromEntries(texts.map((name) => [name, form.textOrNull(name)])),
    address: addressOf(form, customer.address),
    balance: form.integer("balance") ?? customer.balance,
    metadata: form.metadata(customer.metadata),
    ...(form.has("preferred_locales")
      ? { preferred_locales: form.texts("preferred_locales") }
      : {}),
    tax_exempt: form.choice("tax_exempt", ["none", "exempt", "reverse"]) ?? customer.tax_exempt,
    ...(method === undefined
      ? {}
      : {
          invoice_settings: {
            ...customer.invoice_settings,
            default_payment_method: method || null,
          },
        }),
  };
  change(sandbox, customer, patch, "customer.updated");
  return render(customer);
}

const gone = (id: string, object: string): Json => ({ id, object, deleted: true });

function retrieveCustomer(sandbox: Sandbox, _: Form, id: string): Json {
  const customer = get(sandbox.state.customers, "customer", id);
  return customer.deleted ? gone(id, "customer") : render(customer);
}

function listCustomers(sandbox: Sandbox, form: Form): Json {
  const email = form.textOrNull("email");
  const rows = Object.values(sandbox.state.customers).filter(
    (one) => !one.deleted && (email === null || one.email === email),
  );
  return listOf(form, "/v1/customers", rows);
}

/** Deleting a customer ends its subscriptions at once, as at Stripe. */
function deleteCustomer(sandbox: Sandbox, _: Form, id: string): Json {
  const customer = liveCustomer(sandbox, id);
  for (const subscription of Object.values(sandbox.state.subscriptions))
    if (subscription.customer === id) cancelNow(sandbox, subscription, "cancellation_requested");
  sandbox.emit("customer.deleted", customer);
  customer.deleted = true;
  return gone(id, "customer");
}

function createTaxId(sandbox: Sandbox, form: Form, id: string): Json {
  liveCustomer(sandbox, id);
  return render(addTaxId(sandbox, id, form.need("type"), form.need("value")));
}

function listTaxIds(sandbox: Sandbox, form: Form, id: string): Json {
  liveCustomer(sandbox, id);
  const rows = Object.values(sandbox.state.taxIds).filter((one) => one.customer === id);
  return listOf(form, `/v1/customers/${id}/tax_ids`, rows);
}

function taxIdOf(table: Record<string, TaxId>, customer: string, id: string): TaxId {
  const found = find(table, id);
  if (found?.customer === customer) return found;
  throw new StripeError(`No such tax_id: '${id}'`, {
    status: 404,
    code: "resource_missing",
    param: "id",
  });
}

function deleteTaxId(sandbox: Sandbox, _: Form, id: string, sub: string): Json {
  const taxId = taxIdOf(sandbox.state.taxIds, id, sub);
  delete sandbox.state.taxIds[sub];
  sandbox.emit("customer.tax_id.deleted", taxId);
  return gone(sub, "tax_id");
}
