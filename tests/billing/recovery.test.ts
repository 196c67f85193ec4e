import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { reglages } from "#db/control/schema/reglages";
import { stripeEffects, stripeEvents } from "#db/control/schema/stripe-events";
import { isRetained } from "#server/billing/event-types";
import { openCheckout } from "#server/billing/open-checkout";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import type { StripeEvent } from "#server/billing/sandbox/objects/stripe-event";
import { aBilling, aCustomer, failsLater, post, sessionOf, visa } from "./a-billing.ts";

type World = Awaited<ReturnType<typeof aBilling>>;

const ledgerOf = ({ service }: Pick<World, "service">) =>
  service.doors.control.read((db) => db.select().from(stripeEvents));

/** As if nothing had ever been heard of this société's subscription. */
const forget = (world: World, societeId: string) =>
  world.service.doors.control.write(async (tx) => {
    await tx.delete(stripeEvents);
    await tx.delete(stripeEffects);
    await tx
      .update(abonnements)
      .set({ subscriptionId: null, status: null, planCode: null, pastDueSince: null, readAt: 0 })
      .where(eq(abonnements.societeId, societeId));
  });

async function aLife(world: World) {
  const { billing, stripe, service } = world;
  const { id: societeId } = await aCustomer(service);
  const { url } = await openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  stripe.pay(sessionOf(url), failsLater);
  stripe.advanceDays(33);
  stripe.advanceDays(6);
  const events = stripe.events.filter(({ type }) => isRetained(type));
  return { societeId, events };
}

test("the same events in any order, any number of times, give the same state and the same mails", async () => {
  const world = await aBilling();
  const { societeId, events } = await aLife(world);
  const replay = async (order: readonly StripeEvent[]) => {
    await forget(world, societeId);
    for (const event of order) {
      await post(world.service, JSON.stringify(event));
      if (event.id.charCodeAt(6) % 2 === 0) await world.billing.flush();
    }
    await world.billing.flush();
    const { version, copiedVersion, readAt, ...state } = await world.row(societeId);
    const effects = await world.service.doors.control.read((db) =>
      db.select({ key: stripeEffects.key, effect: stripeEffects.effect }).from(stripeEffects),
    );
    return { state, effects };
  };
  const inOrder = await replay(events);
  expect(inOrder.state).toMatchObject({ status: "past_due", planCode: "pro_mensuel" });
  expect(inOrder.effects).toHaveLength(1);

  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.array(fc.constantFrom(...events), { maxLength: 8 }),
      async (shuffled, repeated) => {
        expect(await replay([...repeated, ...shuffled])).toEqual(inOrder);
      },
    ),
    { numRuns: 4 },
  );
});

test("whichever event speaks of it, the whole state is read", async () => {
  const world = await aBilling();
  const { societeId, events } = await aLife(world);
  const oneOfEach = [...new Map(events.map((event) => [event.type, event])).values()].filter(
    ({ type }) => type !== "billing_portal.configuration.updated",
  );
  expect(oneOfEach.length).toBeGreaterThan(6);

  for (const event of oneOfEach) {
    await forget(world, societeId);
    await post(world.service, JSON.stringify(event));
    await world.billing.flush();
    expect(await world.row(societeId), event.type).toMatchObject({
      status: "past_due",
      planCode: "pro_mensuel",
    });
  }
});

test("an older reading never replaces a newer one", async () => {
  const world = await aBilling();
  const { id } = await aCustomer(world.service);
  await world.subscribe(id, "pro_mensuel");
  const newer = { readAt: world.stripe.clock().at + 1, planCode: "entreprise_mensuel" };
  await world.service.doors.control.write((tx) =>
    tx.update(abonnements).set(newer).where(eq(abonnements.societeId, id)),
  );

  await refreshAbonnement(world.billing, id);

  expect(await world.row(id)).toMatchObject(newer);
});

test("webhooks that never came are found by the hourly look, each difference told", async () => {
  const world = await aBilling();
  const { service, stripe, billing } = world;
  const { id: lost } = await aCustomer(service);
  const { id: drifted } = await aCustomer(service);
  await world.subscribe(drifted, "pro_mensuel");
  const { url } = await openCheckout(billing, { societeId: lost, planCode: "pro_mensuel" });
  stripe.pay(sessionOf(url), visa);
  const { subscriptionId } = await world.row(drifted);
  await billing.stripe.subscriptions.update(subscriptionId ?? "", { cancel_at_period_end: true });

  const found = await billing.reconcile();
  await billing.flush();

  expect(found.missed).toBeGreaterThan(2);
  expect(new Set(found.differences)).toEqual(new Set([lost, drifted]));
  expect(await world.row(lost)).toMatchObject({ status: "active", planCode: "pro_mensuel" });
  expect((await world.row(drifted)).cancelAt).not.toBeNull();
  const ledger = await ledgerOf(world);
  expect(ledger.filter(({ deliveries }) => deliveries === 0).length).toBe(found.missed);
  const again = await billing.reconcile();
  expect(again).toMatchObject({ missed: 0, differences: [], failed: 0 });
  const [cursor] = await service.doors.control.read((db) =>
    db.select().from(reglages).where(eq(reglages.key, "stripe_cursor")),
  );
  expect(cursor?.value).toBe(Math.floor(stripe.clock().at / 1_000) * 1_000);
});

test("a customer made just before a crash is taken back by what it carries", async () => {
  const world = await aBilling();
  const { service, billing, stripe } = world;
  const { id: societeId } = await aCustomer(service);
  await world.subscribe(societeId, "pro_mensuel");
  const before = await world.row(societeId);
  await service.doors.control.write((tx) =>
    tx
      .update(abonnements)
      .set({ stripeCustomerId: null, subscriptionId: null, status: null, planCode: null })
      .where(eq(abonnements.societeId, societeId)),
  );

  await billing.stripe.customers.update(before.stripeCustomerId ?? "", { name: "Autre" });
  await world.deliverAll();

  expect(stripe.events).toEqual([]);
  expect(await world.row(societeId)).toMatchObject({
    stripeCustomerId: before.stripeCustomerId,
    subscriptionId: before.subscriptionId,
    status: "active",
  });
});
