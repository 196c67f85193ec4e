import Stripe from "stripe";
import { expect, onTestFinished, test } from "vitest";
import { createStripeServer, webhookSecret } from "../support/stripe-server.ts";

function aStripe(options: Parameters<typeof createStripeServer>[0] = {}) {
  const sandbox = createStripeServer(options);
  sandbox.server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => sandbox.server.close());
  const stripe = new Stripe("sk_test_bacasable", { maxNetworkRetries: 0, telemetry: false });
  return { ...sandbox, stripe };
}

async function aCatalogue(stripe: Stripe) {
  const price = async (name: string, key: string, amount: number, interval: "month" | "year") => {
    const product = await stripe.products.create({ name });
    return stripe.prices.create({
      product: product.id,
      currency: "eur",
      unit_amount: amount,
      lookup_key: key,
      tax_behavior: "exclusive",
      recurring: { interval },
    });
  };
  return {
    essentiel: await price("Essentiel", "essentiel_mensuel", 900, "month"),
    pro: await price("Pro", "pro_mensuel", 2900, "month"),
    proAn: await price("Pro", "pro_annuel", 29_000, "year"),
  };
}

async function aSubscriber(stripe: Stripe, card = "pm_card_visa") {
  const prices = await aCatalogue(stripe);
  const customer = await stripe.customers.create({
    email: "a@exemple.fr",
    metadata: { societeId: "s1" },
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: prices.essentiel.id }],
    default_payment_method: card,
    automatic_tax: { enabled: true },
    off_session: false,
  });
  return { prices, customer, subscription };
}

test("a subscription paid by card is active for a month of Stripe's own reckoning", async () => {
  const { stripe, events } = aStripe({ at: Date.UTC(2027, 0, 31, 10) });
  const { subscription } = await aSubscriber(stripe);

  expect(subscription.status).toBe("active");
  const [item] = subscription.items.data;
  expect(new Date((item?.current_period_end ?? 0) * 1000).toISOString()).toBe(
    "2027-02-28T10:00:00.000Z",
  );
  expect(events.map(({ type }) => type)).toContain("invoice.paid");
});

test("a card that fails at the renewal makes the subscription past due, then unpaid, then active once paid", async () => {
  const { stripe, advanceDays, store } = aStripe();
  const { subscription, customer } = await aSubscriber(stripe, "pm_card_chargeCustomerFail");
  expect(subscription.status).toBe("active");

  advanceDays(31);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("past_due");
  advanceDays(16);
  const unpaid = await stripe.subscriptions.retrieve(subscription.id, {
    expand: ["latest_invoice"],
  });
  expect(unpaid.status).toBe("unpaid");
  expect(store.dues().length).toBeGreaterThan(0);

  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const invoice = unpaid.latest_invoice as Stripe.Invoice;
  await stripe.invoices.pay(invoice.id ?? "", { payment_method: method.id });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("active");
});

test("an upgrade is billed at once for the time left", async () => {
  const { stripe, advanceDays } = aStripe();
  const { subscription, prices } = await aSubscriber(stripe);
  advanceDays(15);

  const upgraded = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]?.id ?? "", price: prices.pro.id }],
    proration_behavior: "always_invoice",
    payment_behavior: "pending_if_incomplete",
    expand: ["latest_invoice"],
  });

  const invoice = upgraded.latest_invoice as Stripe.Invoice;
  expect(upgraded.items.data[0]?.price.lookup_key).toBe("pro_mensuel");
  expect(upgraded.pending_update).toBeNull();
  expect(invoice.status).toBe("paid");
  expect(invoice.total_excluding_tax).toBe(1000);
  expect(invoice.total).toBe(1200);
});

test("webhooks are signed as Stripe signs them, and sent again until they are accepted", async () => {
  const { stripe, deliverTo, events } = aStripe();
  const received: Stripe.Event[] = [];
  let refusals = 2;
  const deliverer = deliverTo(async (body, headers) => {
    if (refusals-- > 0) return 500;
    const signature = headers["stripe-signature"] ?? "";
    received.push(await stripe.webhooks.constructEventAsync(body, signature, webhookSecret));
    return 200;
  });
  await aSubscriber(stripe);

  await expect.poll(() => received.length).toBe(events.length);
  await deliverer.stop();
  expect(new Set(received.map(({ id }) => id)).size).toBe(events.length);
});

test("a Checkout paid with 3-D Secure gives a subscription to the customer who asked for it", async () => {
  const { stripe, pay } = aStripe();
  const { pro } = await aCatalogue(stripe);
  const customer = await stripe.customers.create({ email: "a@exemple.fr" });
  const open = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: customer.id,
    line_items: [{ price: pro.id, quantity: 1 }],
    success_url: "https://facturepro.test/retour?session_id={CHECKOUT_SESSION_ID}",
    automatic_tax: { enabled: true },
    tax_id_collection: { enabled: true },
    customer_update: { name: "auto", address: "auto" },
    subscription_data: { metadata: { societeId: "s1" } },
  });
  expect(open.url).toBe(`https://facturepro.test/bac-a-sable/checkout/${open.id}`);

  expect(pay(open.id, { number: "4000 0000 0000 3220" })).toBe("requires_action");
  expect(pay(open.id, { number: "4000 0000 0000 3220", authentication: "accepted" })).toBe(
    "complete",
  );

  const done = await stripe.checkout.sessions.retrieve(open.id, {
    expand: ["subscription", "line_items"],
  });
  const subscription = done.subscription as Stripe.Subscription;
  expect(done).toMatchObject({ status: "complete", payment_status: "paid", amount_total: 3480 });
  expect(subscription).toMatchObject({ status: "active", metadata: { societeId: "s1" } });
});

test("a SEPA debit that is rejected days later never makes the subscription active", async () => {
  const { stripe, pay, advanceDays, events } = aStripe();
  const { pro } = await aCatalogue(stripe);
  const customer = await stripe.customers.create({ email: "a@exemple.fr" });
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: customer.id,
    line_items: [{ price: pro.id, quantity: 1 }],
    success_url: "https://facturepro.test/retour",
  });
  pay(session.id, { number: "FR8420041010050500013M02607" });
  const { data } = await stripe.subscriptions.list({ customer: customer.id, status: "all" });
  expect(data[0]?.status).toBe("incomplete");

  advanceDays(6);

  expect(events.map(({ type }) => type)).toContain("checkout.session.async_payment_failed");
  const after = await stripe.subscriptions.retrieve(data[0]?.id ?? "");
  expect(after.status).toBe("incomplete_expired");
});
