import { expect, test } from "vitest";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Service } from "../support/a-service.ts";
import { aBilling, aCustomer, post } from "./a-billing.ts";

const anEvent = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: "evt_1",
    object: "event",
    api_version: "2026-10-28.endive",
    type: "customer.updated",
    created: 1_790_000_000,
    livemode: false,
    data: { object: { id: "cus_1", object: "customer" } },
    ...changes,
  });

const ledger = ({ doors }: Service) => doors.control.read((db) => db.select().from(stripeEvents));

test("what is not Stripe's, or not for us, is refused and leaves no trace but a count", async () => {
  const { service, billing } = await aBilling();
  const status = async (response: Promise<Response>) => (await response).status;
  const raw = (body: string, headers: Record<string, string> = {}) =>
    status(service.request("/webhooks/stripe", { method: "POST", body, headers }));

  expect(await raw(anEvent())).toBe(400);
  expect(await raw(anEvent(), { "stripe-signature": "" })).toBe(400);
  expect(await raw(anEvent(), { "stripe-signature": "t=1,v1=00" })).toBe(400);
  expect(await status(post(service, anEvent(), { secret: "whsec_other" }))).toBe(400);
  expect(await status(post(service, anEvent(), { age: 301 }))).toBe(400);
  expect(await status(post(service, "{not json"))).toBe(400);
  expect(await status(post(service, JSON.stringify({ hello: "world" })))).toBe(400);
  expect(await status(post(service, JSON.stringify([anEvent()])))).toBe(400);
  expect(await status(post(service, anEvent({ livemode: true })))).toBe(400);
  expect(await status(post(service, anEvent({ account: "acct_other" })))).toBe(400);
  expect(await status(post(service, anEvent({ type: "payout.paid" })))).toBe(200);
  expect(await status(post(service, anEvent({ padding: "x".repeat(300_000) })))).toBe(413);
  expect((await service.request("/webhooks/stripe")).status).toBe(405);

  expect(await ledger(service)).toEqual([]);
  expect(billing.refused.read()).toEqual({
    unsigned: 2,
    wrong_signature: 3,
    unreadable: 3,
    other_livemode: 1,
    other_account: 1,
    unknown_type: 1,
  });
});

test("a refusal explains nothing to who forges", async () => {
  const { service } = await aBilling();

  expect(await (await post(service, anEvent(), { secret: "whsec_other" })).text()).toBe("");
});

test("during a rotation both secrets are right", async () => {
  const { service } = await aBilling({ env: { STRIPE_WEBHOOK_SECRET: "whsec_new, whsec_old" } });

  for (const secret of ["whsec_new", "whsec_old"])
    expect((await post(service, anEvent({ id: `evt_${secret}` }), { secret })).status).toBe(200);
  expect(await ledger(service)).toHaveLength(2);
});

test("the same event is written once and counted each time", async () => {
  const { service, billing } = await aBilling();
  for (let i = 0; i < 3; i++)
    await post(
      service,
      anEvent({ type: "billing_portal.configuration.updated", data: { object: { id: "bpc_1" } } }),
    );
  await billing.flush();
  await post(
    service,
    anEvent({ type: "billing_portal.configuration.updated", data: { object: { id: "bpc_1" } } }),
  );

  expect(await ledger(service)).toMatchObject([
    { id: "evt_1", deliveries: 4, status: "ignored", attempts: 1 },
  ]);
});

test("an event that fails is tried again until it succeeds, and shows why meanwhile", async () => {
  const { service, stripe, billing, subscribe, row } = await aBilling();
  const { id } = await aCustomer(service);
  await subscribe(id);
  const { stripeCustomerId } = await row(id);
  const { network } = stripe.store.sandbox.state;
  network.failShare = 1;
  await post(service, anEvent({ data: { object: { id: stripeCustomerId, object: "customer" } } }));
  await billing.flush();

  const one = async () => (await ledger(service)).find((event) => event.id === "evt_1");
  expect(await one()).toMatchObject({ status: "failed", attempts: 1 });
  expect((await one())?.error).toMatch(/api_error|StripeAPIError/);

  network.failShare = 0;
  await billing.flush();
  expect((await one())?.status).toBe("failed");
  stripe.advanceTo(stripe.clock().at + 2_000);
  await billing.flush();
  expect(await one()).toMatchObject({ status: "done", attempts: 2, error: null });
});

test("delivered again by Stripe, a failed event is due at once", async () => {
  const { service, stripe, billing, subscribe, row } = await aBilling();
  const { id } = await aCustomer(service);
  await subscribe(id);
  const { stripeCustomerId } = await row(id);
  const event = anEvent({ data: { object: { id: stripeCustomerId, object: "customer" } } });
  stripe.store.sandbox.state.network.failShare = 1;
  await post(service, event);
  await billing.flush();
  stripe.store.sandbox.state.network.failShare = 0;

  await post(service, event);
  await billing.flush();

  const found = (await ledger(service)).find((one) => one.id === "evt_1");
  expect(found).toMatchObject({ status: "done", deliveries: 2 });
});
