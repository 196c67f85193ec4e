import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import { openCheckout } from "#server/billing/open-checkout";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import { aStaffedSociete } from "../support/a-staffed-societe.ts";
import { refusalCode } from "../support/refused.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { aBilling, aCustomer, sessionOf, visa } from "./a-billing.ts";

test("paying on Stripe's page gives the plan that was paid for", async () => {
  const { service, row, subscribe } = await aBilling();
  const { id } = await aCustomer(service);

  await subscribe(id, "essentiel_mensuel");

  expect(await row(id)).toMatchObject({
    status: "active",
    planCode: "essentiel_mensuel",
    paymentMethod: "Visa •••• 4242",
    cancelAt: null,
    pastDueSince: null,
    dueTtc: null,
  });
});

test("coming back grants nothing by itself, and finds what was paid before the webhook does", async () => {
  const { service, stripe, row, billing } = await aBilling();
  const { id } = await aCustomer(service);
  const { url } = await openCheckout(billing, { societeId: id, planCode: "pro_mensuel" });

  await refreshAbonnement(billing, id);
  expect((await row(id)).status).toBeNull();

  stripe.pay(sessionOf(url), visa);
  expect(await refreshAbonnement(billing, id)).toEqual({
    status: "active",
    planCode: "pro_mensuel",
  });
});

test("a double click makes one customer and one page of payment", async () => {
  const { service, stripe, billing } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  const click = () => openCheckout(billing, { societeId, planCode: "pro_mensuel" });

  const pages = await Promise.all(Array.from({ length: 8 }, click));

  expect(new Set(pages.map(({ url }) => url)).size).toBe(1);
  const { customers, checkoutSessions } = stripe.store.sandbox.state;
  expect(Object.keys(customers)).toHaveLength(1);
  expect(Object.keys(checkoutSessions)).toHaveLength(1);
});

test("another plan in another tab closes the page of the first", async () => {
  const { service, stripe, billing } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  const first = await openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  const second = await openCheckout(billing, { societeId, planCode: "entreprise_mensuel" });

  expect(() => stripe.pay(sessionOf(first.url), visa)).toThrow();
  expect(stripe.pay(sessionOf(second.url), visa)).toBe("complete");
});

test("with a subscription there is no second page of payment", async () => {
  const { service, subscribe, billing } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  await subscribe(societeId, "essentiel_mensuel");

  const again = openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  expect(await refusalCode(again)).toBe("SUBSCRIPTION_EXISTS");
});

test("of two subscriptions paid all the same, the second is ended and given back", async () => {
  const { service, stripe, subscribe, row, billing, deliverAll } = await aBilling({
    settings: { oneSubscriptionPerCustomer: false },
  });
  const { id: societeId } = await aCustomer(service);
  await subscribe(societeId, "essentiel_mensuel");
  const kept = await row(societeId);
  stripe.advanceTo(stripe.clock().at + 60_000);
  await billing.stripe.subscriptions.create({
    customer: kept.stripeCustomerId ?? "",
    items: [{ price: (await priceOf(billing, "pro_mensuel")).id }],
    default_payment_method: "pm_card_visa",
    off_session: false,
  });

  await deliverAll();
  await deliverAll();

  const { subscriptions, creditNotes, invoices } = stripe.store.sandbox.state;
  const second = Object.values(subscriptions).find(({ id }) => id !== kept.subscriptionId);
  expect(second?.status).toBe("canceled");
  expect(Object.values(creditNotes)).toHaveLength(1);
  const refunded = Object.values(invoices).find(
    (one) => one.parent.subscription_details.subscription === second?.id,
  );
  expect(refunded?.post_payment_credit_notes_amount).toBe(refunded?.amount_paid);
  expect(await row(societeId)).toMatchObject({
    subscriptionId: kept.subscriptionId,
    planCode: "essentiel_mensuel",
    status: "active",
  });
});

test("what cannot be bought says why", async () => {
  const { service, stripe, billing } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  const buy = (planCode: string) => refusalCode(openCheckout(billing, { societeId, planCode }));

  expect(await buy("inconnu")).toBe("PLAN_NOT_FOUND");
  expect(await buy("gratuit")).toBe("PLAN_WITHOUT_PRICE");
  const { prices } = stripe.store.sandbox.state;
  for (const price of Object.values(prices))
    if (price.lookup_key === "pro_mensuel") price.lookup_key = null;
  expect(await buy("pro_mensuel")).toBe("PLAN_WITHOUT_PRICE");
});

test("a Stripe that fails or does not answer is a refusal, and nothing is half done", async () => {
  const { service, stripe, billing, row } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  stripe.store.sandbox.state.network.failShare = 1;

  const tried = openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  expect(await refusalCode(tried)).toBe("BILLING_UNAVAILABLE");

  expect((await row(societeId)).stripeCustomerId).toBeNull();
  stripe.store.sandbox.state.network.failShare = 0;
  await openCheckout(billing, { societeId, planCode: "pro_mensuel" });
});

test("a Stripe that nobody answers for is a refusal, and so is one that talks nonsense", async () => {
  const { service, stripe, billing } = await aBilling();
  const { id: societeId } = await aCustomer(service);
  const buy = () => refusalCode(openCheckout(billing, { societeId, planCode: "pro_mensuel" }));

  stripe.server.use(http.all("https://api.stripe.com/*", () => HttpResponse.error()));
  expect(await buy()).toBe("BILLING_UNAVAILABLE");
  stripe.server.use(http.all("https://api.stripe.com/*", () => new HttpResponse('{"data": [')));
  expect(await buy()).toBe("BILLING_UNAVAILABLE");
  stripe.server.use(http.all("https://api.stripe.com/*", () => HttpResponse.json({})));
  expect(await buy()).toBe("BILLING_UNAVAILABLE");
});

test("paying is the administrators' affair", async () => {
  const { service } = await aBilling();
  const { id: societe, staff } = await aStaffedSociete(service, "Payeurs");
  const acts = { checkout: true, change: true, portal: false, cancel: false, resume: false };

  for (const role of ["employe", "comptable"] as const)
    for (const [act, needsPlan] of Object.entries(acts)) {
      const input = needsPlan ? { planCode: "pro_mensuel" } : {};
      const { cookie } = staff[role];
      const call = { path: `abonnement.${act}`, input, cookie, societe };
      expect(await callProcedure(service, call)).toMatchObject({ refusal: "ROLE_FORBIDDEN" });
    }
});

async function priceOf(
  { stripe }: Awaited<ReturnType<typeof aBilling>>["billing"],
  lookupKey: string,
) {
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey] });
  if (!data[0]) throw new Error(`no price ${lookupKey}`);
  return data[0];
}
