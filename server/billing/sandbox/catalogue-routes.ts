import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { Price, Product, TaxRate } from "./objects/catalogue.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

/** Products, prices and tax rates. */
export const catalogueRoutes: readonly Route[] = [
  ["POST", "/v1/products", createProduct],
  ["GET", "/v1/products", listProducts],
  ["GET", "/v1/products/:id", ({ state }, _, id) => render(get(state.products, "product", id))],
  ["POST", "/v1/products/:id", updateProduct],
  ["POST", "/v1/prices", createPrice],
  ["GET", "/v1/prices", listPrices],
  ["GET", "/v1/prices/:id", ({ state }, _, id) => render(get(state.prices, "price", id))],
  ["POST", "/v1/prices/:id", updatePrice],
  ["POST", "/v1/tax_rates", createTaxRate],
  [
    "GET",
    "/v1/tax_rates",
    (box, form) => listOf(form, "/v1/tax_rates", activeOnly(form, box.state.taxRates)),
  ],
  ["GET", "/v1/tax_rates/:id", ({ state }, _, id) => render(get(state.taxRates, "tax rate", id))],
];

function activeOnly<T extends { active: boolean }>(form: Form, table: Record<string, T>): T[] {
  const active = form.flag("active");
  return Object.values(table).filter((row) => active === undefined || row.active === active);
}

function createProduct(sandbox: Sandbox, form: Form): Json {
  const id = form.textOrNull("id") ?? sandbox.newId("prod");
  if (Object.hasOwn(sandbox.state.products, id))
    throw new StripeError(`Product already exists.`, {
      code: "resource_already_exists",
      param: "id",
    });
  const product: Product = {
    id,
    object: "product",
    active: form.flag("active") ?? true,
    name: form.need("name"),
    description: form.textOrNull("description"),
    metadata: form.metadata(),
    default_price: null,
    tax_code: form.textOrNull("tax_code"),
    unit_label: form.textOrNull("unit_label"),
    created: sandbox.now(),
    updated: sandbox.now(),
  };
  sandbox.state.products[id] = product;
  sandbox.emit("product.created", product);
  return render(product);
}

function updateProduct(sandbox: Sandbox, form: Form, id: string): Json {
  const product = get(sandbox.state.products, "product", id);
  const patch: Partial<Product> = {
    active: form.flag("active") ?? product.active,
    name: form.textOrNull("name") ?? product.name,
    metadata: form.metadata(product.metadata),
    ...(form.has("description") ? { description: form.textOrNull("description") } : {}),
    ...(form.has("default_price") ? { default_price: form.textOrNull("default_price") } : {}),
    ...(form.has("tax_code") ? { tax_code: form.textOrNull("tax_code") } : {}),
    updated: sandbox.now(),
  };
  change(sandbox, product, patch, "product.updated");
  return render(product);
}

function listProducts(sandbox: Sandbox, form: Form): Json {
  const ids = form.texts("ids");
  const rows = activeOnly(form, sandbox.state.products);
  return listOf(
    form,
    "/v1/products",
    ids.length === 0 ? rows : rows.filter(({ id }) => ids.includes(id)),
  );
}

function createPrice(sandbox: Sandbox, form: Form): Json {
  const { state } = sandbox;
  const product = get(state.products, "product", form.need("product"), "product");
  const recurring = form.in("recurring");
  const lookupKey = form.textOrNull("lookup_key");
  const price: Price = {
    id: sandbox.newId("price"),
    object: "price",
    active: form.flag("active") ?? true,
    currency: form.need("currency").toLowerCase(),
    lookup_key: takeLookupKey(sandbox, form, lookupKey, null),
    metadata: form.metadata(),
    nickname: form.textOrNull("nickname"),
    product: product.id,
    recurring: form.has("recurring")
      ? {
          interval: recurring.choice("interval", ["day", "week", "month", "year"]) ?? "month",
          interval_count: recurring.integer("interval_count") ?? 1,
        }
      : null,
    tax_behavior:
      form.choice("tax_behavior", ["exclusive", "inclusive", "unspecified"]) ?? "unspecified",
    unit_amount: unitAmount(form),
    created: sandbox.now(),
  };
  state.prices[price.id] = price;
  sandbox.emit("price.created", price);
  return render(price);
}

function unitAmount(form: Form): number {
  const amount = form.integer("unit_amount");
  if (amount === undefined) form.need("unit_amount");
  if (amount === undefined || amount < 0)
    throw new StripeError("Invalid non-negative integer", {
      code: "parameter_invalid_integer",
      param: "unit_amount",
    });
  return amount;
}

/** A lookup key belongs to one price; `transfer_lookup_key` takes it away from the one that has it. */
function takeLookupKey(sandbox: Sandbox, form: Form, key: string | null, mine: string | null) {
  if (key === null) return null;
  const holder = Object.values(sandbox.state.prices).find(
    (price) => price.lookup_key === key && price.id !== mine,
  );
  if (!holder) return key;
  if (form.flag("transfer_lookup_key") !== true)
    throw new StripeError(
      `A price (\`${holder.id}\`) already uses that lookup key. If you want to transfer the lookup key to the new price, set \`transfer_lookup_key=true\`.`,
      { code: "resource_already_exists", param: "lookup_key" },
    );
  change(sandbox, holder, { lookup_key: null }, "price.updated");
  return key;
}

function updatePrice(sandbox: Sandbox, form: Form, id: string): Json {
  const price = get(sandbox.state.prices, "price", id);
  if (form.has("unit_amount") || form.has("recurring"))
    throw new StripeError("Received unknown parameter: unit_amount", {
      code: "parameter_unknown",
      param: "unit_amount",
    });
  const patch: Partial<Price> = {
    active: form.flag("active") ?? price.active,
    metadata: form.metadata(price.metadata),
    ...(form.has("nickname") ? { nickname: form.textOrNull("nickname") } : {}),
    ...(form.has("tax_behavior")
      ? {
          tax_behavior:
            form.choice("tax_behavior", ["exclusive", "inclusive"]) ?? price.tax_behavior,
        }
      : {}),
    ...(form.has("lookup_key")
      ? { lookup_key: takeLookupKey(sandbox, form, form.textOrNull("lookup_key"), id) }
      : {}),
  };
  change(sandbox, price, patch, "price.updated");
  return render(price);
}

function listPrices(sandbox: Sandbox, form: Form): Json {
  const keys = form.texts("lookup_keys");
  const product = form.textOrNull("product");
  const rows = activeOnly(form, sandbox.state.prices).filter(
    (price) =>
      (keys.length === 0 || (price.lookup_key !== null && keys.includes(price.lookup_key))) &&
      (product === null || price.product === product),
  );
  return listOf(form, "/v1/prices", rows);
}

function createTaxRate(sandbox: Sandbox, form: Form): Json {
  const rate: TaxRate = {
    id: sandbox.newId("txr"),
    object: "tax_rate",
    active: form.flag("active") ?? true,
    country: form.textOrNull("country"),
    created: sandbox.now(),
    description: form.textOrNull("description"),
    display_name: form.need("display_name"),
    inclusive: form.flag("inclusive") ?? false,
    jurisdiction: form.textOrNull("jurisdiction"),
    metadata: form.metadata(),
    percentage: Number(form.need("percentage")),
  };
  sandbox.state.taxRates[rate.id] = rate;
  sandbox.emit("tax_rate.created", rate);
  return render(rate);
}
