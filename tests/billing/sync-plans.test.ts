import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { plans } from "#db/control/schema/plans";
import { openCheckout } from "#server/billing/open-checkout";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import { syncPlans } from "#server/billing/sync-plans";
import { refusalCode } from "../support/refused.ts";
import { aBilling, aCustomer } from "./a-billing.ts";

type World = Awaited<ReturnType<typeof aBilling>>;

const todo = async ({ billing }: World, apply: boolean) =>
  (await syncPlans(billing, apply))
    .filter(({ what }) => what !== "nothing")
    .map(({ what, of }) => `${what} ${of}`);

const setPrice = ({ service }: World, priceHt: number) =>
  service.doors.control.write((tx) =>
    tx.update(plans).set({ priceHt }).where(eq(plans.code, "pro_mensuel")),
  );

test("once Stripe sells the plans, there is nothing left to do", async () => {
  const world = await aBilling();
  const { prices, products } = world.stripe.store.sandbox.state;

  expect(Object.values(products).map(({ id }) => id)).toEqual([
    "facturepro_essentiel",
    "facturepro_pro",
    "facturepro_entreprise",
  ]);
  expect(Object.values(prices).map(({ lookup_key }) => lookup_key)).toHaveLength(6);
  expect(await todo(world, false)).toEqual([]);
  expect(await todo(world, true)).toEqual([]);
});

test("a dry run says what it would do and does nothing", async () => {
  const world = await aBilling();
  await setPrice(world, 3_900);
  world.stripe.requests.length = 0;

  expect(await todo(world, false)).toEqual(["replace price pro_mensuel"]);
  expect(world.stripe.requests.every(({ method }) => method === "GET")).toBe(true);
  expect(await todo(world, false)).toEqual(["replace price pro_mensuel"]);
});

test("a new tariff is for newcomers: who subscribed keeps theirs, and their plan", async () => {
  const world = await aBilling();
  const { billing, service, stripe } = world;
  const { id: early } = await aCustomer(service);
  await world.subscribe(early, "pro_mensuel");
  await setPrice(world, 3_900);

  expect(await todo(world, true)).toEqual(["replace price pro_mensuel"]);
  expect(await todo(world, true)).toEqual([]);

  expect(await refreshAbonnement(billing, early)).toMatchObject({ planCode: "pro_mensuel" });
  const { id: late } = await aCustomer(service);
  await world.subscribe(late, "pro_mensuel");
  const paid = (customer: string | null) =>
    Object.values(stripe.store.sandbox.state.invoices).find((one) => one.customer === customer)
      ?.total_excluding_tax;
  expect(paid((await world.row(early)).stripeCustomerId)).toBe(2_900);
  expect(paid((await world.row(late)).stripeCustomerId)).toBe(3_900);
  await world.advanceDays(32);
  expect(await world.row(early)).toMatchObject({ status: "active", planCode: "pro_mensuel" });
});

test("nobody is sold another price than the one shown", async () => {
  const world = await aBilling();
  const { id: societeId } = await aCustomer(world.service);
  await setPrice(world, 3_900);

  const buying = openCheckout(world.billing, { societeId, planCode: "pro_mensuel" });

  expect(await refusalCode(buying)).toBe("PLAN_WITHOUT_PRICE");
});

test("an archived plan is no longer for sale at Stripe", async () => {
  const world = await aBilling();
  await world.service.doors.control.write((tx) =>
    tx.update(plans).set({ archivedAt: 1 }).where(eq(plans.code, "pro_annuel")),
  );

  expect(await todo(world, true)).toEqual(["archive price pro_annuel"]);
  expect(await todo(world, true)).toEqual([]);
});
