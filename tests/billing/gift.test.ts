import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { actes } from "#db/control/schema/actes";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { cancelAbonnement, resumeAbonnement } from "#server/billing/cancel-abonnement";
import { changePlan } from "#server/billing/change-plan";
import { getAbonnement } from "#server/billing/get-abonnement";
import { offerMonths } from "#server/console/offer-months";
import { readRevenus } from "#server/console/read-revenus";
import { mrrOf } from "#server/domain/mrr";
import type { SocieteId } from "#server/tenancy/tenant";
import { refusalCode } from "../support/refused.ts";
import { aBilling, aCustomer, failsLater } from "./a-billing.ts";

async function aGiver() {
  const world = await aBilling();
  const { doors } = world.service;
  const offer = (societeId: SocieteId, mois: number, cle = crypto.randomUUID()) => {
    const operator = { userId: "lea", userName: "Léa", now: doors.clock() };
    return offerMonths(doors, { societeId, mois, cle, reason: "panne du 3 mars" }, operator);
  };
  const told = async (societeId: SocieteId) => {
    const rows = await doors.control.read((db) =>
      db.select().from(actes).where(eq(actes.societeId, societeId)).orderBy(actes.id),
    );
    return rows.map(({ kind, details }) => ({ kind, ...JSON.parse(details) }));
  };
  const booked = (societeId: SocieteId) =>
    doors.control.read((db) =>
      db.$count(facturesEditeur, eq(facturesEditeur.societeId, societeId)),
    );
  const { state } = world.stripe.store.sandbox;
  const invoices = () => Object.values(state.invoices).filter(({ status }) => status === "paid");
  return { ...world, offer, told, booked, invoices, state };
}

test("months given to who pays monthly are so many renewals at nothing, paid by nobody and booked nowhere", async () => {
  const { service, subscribe, offer, row, told, booked, invoices, advanceDays, state } =
    await aGiver();
  const { control, clock, tenancy } = service.doors;
  const { id } = await aCustomer(service);
  await subscribe(id, "essentiel_mensuel");
  const { periodEnd, anchorAt } = await row(id);
  await advanceDays(3);

  const cle = crypto.randomUUID();
  await offer(id, 2, cle);
  await offer(id, 2, cle);
  const given = await row(id);
  expect(given).toMatchObject({ offertMois: 2, offertHt: null, periodEnd, anchorAt });
  expect(given.offertUntil).toBeGreaterThan((periodEnd ?? 0) + 55 * 86_400_000);
  expect(await told(id)).toEqual([
    { kind: "mois.offered", mois: 2, voie: "echeances", until: given.offertUntil },
  ]);
  expect(Object.keys(state.coupons)).toHaveLength(1);

  await offer(id, 1);
  const more = await row(id);
  expect(more.offertMois).toBe(3);
  const tenant = tenancy.openTenant(id);
  expect((await getAbonnement(control, tenant, clock())).offert).toEqual({
    ...{ mois: 3, until: more.offertUntil, ht: null },
  });

  for (const left of [3, 2, 1]) {
    await advanceDays(31);
    expect(await row(id)).toMatchObject({ status: "active", offertMois: left });
  }
  expect((await row(id)).offertUntil).toBe(more.offertUntil);
  expect(invoices().map(({ total }) => total)).toEqual([1_080, 0, 0, 0]);
  expect(Object.values(state.charges)).toHaveLength(1);
  expect(await booked(id)).toBe(1);

  await advanceDays(31);
  expect(await row(id)).toMatchObject({ status: "active", offertMois: null, offertUntil: null });
  expect(invoices().map(({ total }) => total)).toEqual([1_080, 0, 0, 0, 1_080]);
  expect(await booked(id)).toBe(2);
});

test("months given leave the MRR until they are over, without anybody having left", async () => {
  const { service, subscribe, offer, advanceDays, state } = await aGiver();
  const { control, clock } = service.doors;
  const [a, b] = [await aCustomer(service), await aCustomer(service)];
  await subscribe(a.id, "pro_mensuel");
  await subscribe(b.id, "essentiel_mensuel");
  const atStripe = () =>
    Object.values(state.subscriptions)
      .filter(({ discounts = [] }) => discounts.length === 0)
      .reduce((all, { items: { data } }) => all + (data[0]?.price.unit_amount ?? 0), 0);
  await offer(a.id, 1);
  const read = () => readRevenus(control, clock());
  const meanwhile = await read();
  expect(meanwhile).toMatchObject({ mrr: 900, payants: 2, offerts: 1 });
  expect(meanwhile.mrr).toBe(atStripe());
  expect(meanwhile.mois.at(-1)).toMatchObject({ nouveaux: 2, departs: 0, mrrBaisse: 2_900 });
  await advanceDays(31);
  expect(await read()).toMatchObject({ mrr: 900, offerts: 1 });
  await advanceDays(31);
  const after = await read();
  expect(after).toMatchObject({ mrr: 3_800, payants: 2, offerts: 0 });
  expect(after.mrr).toBe(atStripe());
  expect(after.mois.reduce((all, one) => all + one.mrrHausse, 0)).toBe(2_900);
  expect(mrrOf("active", { priceHt: 2_900, interval: "mois" })).toBe(2_900);
});

test("who pays yearly has as many twelfths off the next renewal, booked at what was paid", async () => {
  const { service, subscribe, offer, row, told, invoices, advanceDays } = await aGiver();
  const { id } = await aCustomer(service);
  await subscribe(id, "pro_annuel");
  await offer(id, 3);
  await offer(id, 1);
  expect(await row(id)).toMatchObject({ offertMois: 4, offertHt: 9_667, offertUntil: null });
  expect((await told(id)).map(({ voie, montantHt }) => [voie, montantHt])).toEqual([
    ["remise", 7_250],
    ["remise", 9_667],
  ]);
  await advanceDays(366);
  expect(await row(id)).toMatchObject({ offertMois: null, offertHt: null });
  expect(invoices().at(-1)).toMatchObject({ subtotal: 29_000, total_excluding_tax: 19_333 });
});

test("who pays nothing tries for as many months more, each with its own quota", async () => {
  const { service, offer, row, told } = await aGiver();
  const { id } = await aCustomer(service);
  const { trialEndsAt: before } = await row(id);
  const cle = crypto.randomUUID();
  await offer(id, 12, cle);
  await offer(id, 12, cle);
  const { trialEndsAt } = await row(id);
  expect(((trialEndsAt ?? 0) - (before ?? 0)) / 86_400_000).toBeGreaterThan(364);
  expect(await told(id)).toEqual([
    { kind: "mois.offered", mois: 12, voie: "essai", until: trialEndsAt, before },
  ]);
  const { control, clock, tenancy } = service.doors;
  const { entitlement } = await getAbonnement(control, tenancy.openTenant(id), clock());
  const { from, until } = entitlement.window;
  expect((until - from) / 86_400_000).toBeLessThan(32);
});

test("nothing is given to who owes, ends or is about to change; an offer changed to is paid", async () => {
  const { service, billing, subscribe, offer, row, told, invoices, advanceDays } = await aGiver();
  const { id: societeId } = await aCustomer(service);
  await subscribe(societeId, "pro_mensuel");
  await cancelAbonnement(billing, societeId);
  expect(await refusalCode(offer(societeId, 1))).toBe("MONTHS_REFUSED");
  await resumeAbonnement(billing, societeId);
  await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });
  expect(await refusalCode(offer(societeId, 1))).toBe("MONTHS_REFUSED");
  await resumeAbonnement(billing, societeId);
  const { id: late } = await aCustomer(service);
  await subscribe(late, "essentiel_mensuel", failsLater);
  await advanceDays(32);
  expect(await refusalCode(offer(late, 1))).toBe("MONTHS_REFUSED");
  expect([...(await told(societeId)), ...(await told(late))]).toEqual([]);

  const { id: growing } = await aCustomer(service);
  await subscribe(growing, "essentiel_mensuel");
  await offer(growing, 2);
  await advanceDays(31);
  expect(await row(growing)).toMatchObject({ offertMois: 2 });
  // nothing was asked for this month: nothing of it is given back, and Pro is paid from now on
  await changePlan(billing, { societeId: growing, planCode: "pro_mensuel" });
  const paid = invoices().at(-1);
  expect(paid?.total).toBeGreaterThan(2_900);
  expect(paid?.total_discount_amounts).toEqual([]);
  expect(await row(growing)).toMatchObject({ planCode: "pro_mensuel", offertMois: null });
});

test("a lesser plan given up before its day leaves the months given", async () => {
  const { service, billing, subscribe, offer, row } = await aGiver();
  const { id: societeId } = await aCustomer(service);
  await subscribe(societeId, "pro_mensuel");
  await offer(societeId, 2);
  await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });
  await resumeAbonnement(billing, societeId);
  expect(await row(societeId)).toMatchObject({ pendingPlanCode: null, offertMois: 2 });
});
