import { expect, onTestFinished, test } from "vitest";
import { aService, type Service, serviceOrigin } from "../support/a-service.ts";

async function aDemo() {
  const service = await aService();
  onTestFinished(() => service.close());
  const { stripe } = service.doors.billing;
  const { data } = await stripe.prices.list({ lookup_keys: ["pro_mensuel"] });
  const customer = await stripe.customers.create({ email: "a@exemple.fr", name: "Martin & Fils" });
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer: customer.id,
    line_items: [{ price: data[0]?.id ?? "", quantity: 1 }],
    success_url: `${serviceOrigin}/reglages/abonnement?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${serviceOrigin}/reglages/abonnement?retour=abandon`,
    automatic_tax: { enabled: true },
    tax_id_collection: { enabled: true },
    customer_update: { address: "auto", name: "auto" },
  });
  const subscriptions = async () =>
    (await stripe.subscriptions.list({ customer: customer.id, status: "all" })).data;
  return { service, stripe, customer, subscriptions, page: new URL(session.url ?? "").pathname };
}

const submit = (service: Service, path: string, fields: Record<string, string>) =>
  service.request(path, {
    method: "POST",
    headers: { origin: serviceOrigin },
    body: new URLSearchParams(fields),
  });

test("the payment page says that no money moves, and what is to pay with its TVA", async () => {
  const { service, page } = await aDemo();
  const answer = await service.request(page);
  const text = (await answer.text()).replaceAll("\u00a0", " ");

  expect(answer.status).toBe(200);
  expect(text).toContain("Bac à sable — aucun paiement réel");
  expect(text).toContain("Martin &amp; Fils");
  expect(text).toContain("34,80 €");
  expect(answer.headers.get("content-security-policy")).toContain("script-src 'nonce-");
});

test("a refused card sells nothing and explains itself; an accepted one goes back to the product", async () => {
  const { service, page, subscriptions } = await aDemo();

  const refused = await submit(service, page, { numero: "4000000000000002", nom: "Martin" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("La banque a refusé cette carte");
  expect(await subscriptions()).toEqual([]);

  const paid = await submit(service, page, { numero: "4242424242424242", nom: "Martin" });
  expect(paid.status).toBe(303);
  expect(paid.headers.get("location")).toMatch(/session_id=cs_test_/);
  expect((await subscriptions()).map(({ status }) => status)).toEqual(["active"]);
});

test("3-D Secure is asked, and refusing it sells nothing", async () => {
  const { service, page, subscriptions } = await aDemo();
  const asked = await submit(service, page, { numero: "4000002500003155", nom: "Martin" });
  expect(await asked.text()).toContain("Confirmer l’authentification");

  const fields = { numero: "4000002500003155", nom: "Martin" };
  expect((await submit(service, page, { ...fields, "3ds": "refused" })).status).toBe(422);
  expect(await subscriptions()).toEqual([]);
  expect((await submit(service, page, { ...fields, "3ds": "accepted" })).status).toBe(303);
  expect(await subscriptions()).toHaveLength(1);
});

test("a company of another state of the Union with its TVA number owes no TVA here", async () => {
  const { service, stripe, page, subscriptions } = await aDemo();
  await submit(service, page, {
    numero: "4242424242424242",
    nom: "Martin GmbH",
    pays: "DE",
    tva: "DE 123456789",
  });
  const [subscription] = await subscriptions();
  const { data } = await stripe.invoices.list({ subscription: subscription?.id ?? "" });
  expect(data[0]).toMatchObject({
    total: 2900,
    total_excluding_tax: 2900,
    customer_name: "Martin GmbH",
  });
  expect(data[0]?.total_taxes?.[0]?.taxability_reason).toBe("reverse_charge");
});

test("the portal cancels at the end of the period, takes it back, and shows each invoice as a PDF", async () => {
  const { service, stripe, customer, page, subscriptions } = await aDemo();
  await submit(service, page, { numero: "4242424242424242", nom: "Martin" });
  const configuration = await stripe.billingPortal.configurations.create({
    features: { subscription_cancel: { enabled: true }, invoice_history: { enabled: true } },
  });
  const session = await stripe.billingPortal.sessions.create({
    customer: customer.id,
    configuration: configuration.id,
    return_url: `${serviceOrigin}/reglages/abonnement`,
  });
  const portal = new URL(session.url).pathname;

  await submit(service, portal, { act: "cancel" });
  expect((await subscriptions())[0]?.cancel_at_period_end).toBe(true);
  await submit(service, portal, { act: "resume" });
  expect((await subscriptions())[0]?.cancel_at_period_end).toBe(false);

  const text = await (await service.request(portal)).text();
  const [, pdf = ""] = /href="(\/bac-a-sable\/facture\/[^"]+\/pdf)"/.exec(text) ?? [];
  const answer = await service.request(pdf);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
});

test("another site's form changes nothing, and unknown pages are not found", async () => {
  const { service, page, subscriptions } = await aDemo();
  const forged = await service.request(page, {
    method: "POST",
    headers: { origin: "https://ailleurs.example" },
    body: new URLSearchParams({ numero: "4242424242424242" }),
  });
  expect(forged.status).toBe(403);
  expect(await subscriptions()).toEqual([]);
  expect((await service.request("/bac-a-sable/checkout/cs_test_none")).status).toBe(404);
  expect((await service.request("/bac-a-sable/ailleurs")).status).toBe(404);
});

test("the clock's page sets how webhooks travel", async () => {
  const { service } = await aDemo();
  const fields = { act: "network", retard: "2", doubles: "25", melange: "on" };
  expect((await submit(service, "/bac-a-sable/horloge", fields)).status).toBe(303);
  expect(service.doors.sandbox?.store.sandbox.state.network).toEqual({
    delayMs: 2000,
    duplicateShare: 0.25,
    shuffle: true,
    dropShare: 0,
    failShare: 0,
  });
});
