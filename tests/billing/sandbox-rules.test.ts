import Stripe from "stripe";
import { expect, onTestFinished, test } from "vitest";
import { createStripeServer } from "../support/stripe-server.ts";

async function aSubscriber(options: Parameters<typeof createStripeServer>[0] = {}) {
  const sandbox = createStripeServer(options);
  sandbox.server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => sandbox.server.close());
  const stripe = new Stripe("sk_test_bacasable", { maxNetworkRetries: 0, telemetry: false });
  const product = await stripe.products.create({ name: "Pro" });
  const price = (key: string, amount: number) =>
    stripe.prices.create({
      product: product.id,
      currency: "eur",
      unit_amount: amount,
      lookup_key: key,
      recurring: { interval: "month" },
    });
  const pro = await price("pro_mensuel", 2900);
  const essentiel = await price("essentiel_mensuel", 900);
  const customer = await stripe.customers.create({ email: "a@exemple.fr" });
  const subscribe = (card = "pm_card_visa") =>
    stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: pro.id }],
      default_payment_method: card,
    });
  const types = () => sandbox.events.map(({ type }) => type);
  return { ...sandbox, stripe, pro, essentiel, customer, subscribe, types };
}

test("the same idempotency key gives the same answer; with other parameters it is refused", async () => {
  const { stripe } = await aSubscriber();
  const key = { idempotencyKey: "client:s1" };
  const first = await stripe.customers.create({ email: "b@exemple.fr" }, key);
  const again = await stripe.customers.create({ email: "b@exemple.fr" }, key);

  expect(again.id).toBe(first.id);
  expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  await expect(stripe.customers.create({ email: "c@exemple.fr" }, key)).rejects.toMatchObject({
    type: "StripeIdempotencyError",
  });
});

test("what is missing or wrong is refused with Stripe's own codes", async () => {
  const { stripe, customer } = await aSubscriber();
  await expect(stripe.customers.retrieve("cus_none")).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
  });
  await expect(
    stripe.checkout.sessions.create({ mode: "subscription", customer: customer.id }),
  ).rejects.toMatchObject({ statusCode: 400, code: "parameter_missing", param: "line_items" });
  await expect(
    stripe.prices.create({ product: "prod_none", currency: "eur", unit_amount: 1 }),
  ).rejects.toMatchObject({ statusCode: 400, param: "product" });
});

test("a lookup key belongs to one price, until it is transferred", async () => {
  const { stripe, pro } = await aSubscriber();
  const dearer = {
    product: pro.product as string,
    currency: "eur",
    unit_amount: 3100,
    lookup_key: "pro_mensuel",
  };
  await expect(stripe.prices.create(dearer)).rejects.toMatchObject({ param: "lookup_key" });
  const created = await stripe.prices.create({ ...dearer, transfer_lookup_key: true });
  const { data } = await stripe.prices.list({ lookup_keys: ["pro_mensuel"] });
  expect(data.map(({ id }) => id)).toEqual([created.id]);
});

test("a downgrade by schedule waits for the end of the period, then lets the subscription go", async () => {
  const { stripe, subscribe, essentiel, pro, advanceDays } = await aSubscriber();
  const { id, items } = await subscribe();
  const end = items.data[0]?.current_period_end ?? 0;
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: "release",
    phases: [
      {
        items: [{ price: pro.id }],
        start_date: schedule.phases[0]?.start_date ?? 0,
        end_date: end,
      },
      {
        items: [{ price: essentiel.id }],
        duration: { interval: "month", interval_count: 1 },
        proration_behavior: "none",
      },
    ],
  });
  await expect(
    stripe.subscriptions.update(id, { cancel_at_period_end: true }),
  ).rejects.toMatchObject({ param: "cancel_at_period_end" });

  advanceDays(31);
  const after = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(after.items.data[0]?.price.id).toBe(essentiel.id);
  expect((after.latest_invoice as Stripe.Invoice).total).toBe(900);
  advanceDays(31);
  expect((await stripe.subscriptions.retrieve(id)).schedule).toBeNull();
});

test("a cancellation at period end can be taken back, or ends the subscription that day", async () => {
  const { stripe, subscribe, advanceDays, types } = await aSubscriber();
  const { id } = await subscribe();
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  advanceDays(31);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");

  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  advanceDays(31);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("canceled");
  expect(types()).toContain("customer.subscription.deleted");
});

test("an upgrade that is not paid changes nothing, and is forgotten after 23 hours", async () => {
  const { stripe, subscribe, essentiel, customer, advanceDays, types } = await aSubscriber();
  const { id, items } = await subscribe();
  await stripe.paymentMethods.attach("pm_card_chargeDeclined", { customer: customer.id });
  const { data } = await stripe.paymentMethods.list({ customer: customer.id });
  const item = items.data[0]?.id ?? "";
  const dearer = await stripe.prices.create({
    product: items.data[0]?.price.product as string,
    currency: "eur",
    unit_amount: 9900,
    recurring: { interval: "month" },
  });
  await stripe.subscriptions.update(id, { default_payment_method: data[0]?.id ?? "" });

  const pending = await stripe.subscriptions.update(id, {
    items: [{ id: item, price: dearer.id }],
    proration_behavior: "always_invoice",
    payment_behavior: "pending_if_incomplete",
  });
  expect(pending.items.data[0]?.price.unit_amount).toBe(2900);
  expect(pending.pending_update).not.toBeNull();

  advanceDays(1);
  expect((await stripe.subscriptions.retrieve(id)).pending_update).toBeNull();
  expect(types()).toContain("customer.subscription.pending_update_expired");
  expect(essentiel.unit_amount).toBe(900);
});

test("a first payment that fails leaves the subscription incomplete for 23 hours", async () => {
  const { stripe, subscribe, advanceDays } = await aSubscriber();
  const { id, status } = await subscribe("pm_card_chargeDeclined");
  expect(status).toBe("incomplete");
  advanceDays(1);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("incomplete_expired");
});

test("a card that always authenticates asks for it at the renewal", async () => {
  const { stripe, subscribe, advanceDays, types } = await aSubscriber();
  const { id } = await subscribe();
  const { customer } = await stripe.subscriptions.retrieve(id);
  const method = await stripe.paymentMethods.attach("pm_card_authenticationRequired", {
    customer: customer as string,
  });
  await stripe.subscriptions.update(id, { default_payment_method: method.id });
  advanceDays(31);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
  expect(types()).toContain("invoice.payment_action_required");
});

test("a credit note refunds what was paid, and never more", async () => {
  const { stripe, subscribe, types } = await aSubscriber();
  const { latest_invoice } = await subscribe();
  const invoice = latest_invoice as string;
  const note = await stripe.creditNotes.create({ invoice, amount: 2900, refund_amount: 2900 });
  expect(note).toMatchObject({ type: "post_payment", total: 2900 });
  expect(types()).toContain("charge.refunded");
  await expect(
    stripe.creditNotes.create({ invoice, amount: 1, refund_amount: 1 }),
  ).rejects.toMatchObject({ param: "amount" });
});

test("lists come by pages, newest first, and events say what changed", async () => {
  const { stripe, subscribe, customer } = await aSubscriber();
  const { id } = await subscribe();
  await stripe.subscriptions.update(id, { metadata: { note: "a" } });
  const all: string[] = [];
  for await (const event of stripe.events.list({ limit: 3 })) all.push(event.type);
  expect(all.length).toBeGreaterThan(6);
  expect(all[0]).toBe("customer.subscription.updated");

  const [latest] = (await stripe.events.list({ type: "customer.subscription.updated", limit: 1 }))
    .data;
  expect(latest?.data.previous_attributes).toEqual({ metadata: {} });
  expect(customer.livemode).toBe(false);
});

test("a share of the calls can be made to fail, as Stripe's own failures do", async () => {
  const { stripe, store } = await aSubscriber({ random: () => 0.05 });
  store.sandbox.state.network.failShare = 0.1;
  await expect(stripe.customers.list()).rejects.toMatchObject({
    type: "StripeAPIError",
    statusCode: 500,
  });
});
