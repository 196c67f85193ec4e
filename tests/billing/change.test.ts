import { expect, test } from "vitest";
import { cancelAbonnement, resumeAbonnement } from "#server/billing/cancel-abonnement";
import { changePlan } from "#server/billing/change-plan";
import { listStripeInvoices } from "#server/billing/list-stripe-invoices";
import { openPortal } from "#server/billing/open-portal";
import { previewChange } from "#server/billing/preview-change";
import { refusalCode } from "../support/refused.ts";
import { aBilling, aCustomer } from "./a-billing.ts";

const day = 86_400_000;

async function aSubscriber(planCode: string, by?: Parameters<typeof aBilling>[0]) {
  const world = await aBilling(by);
  const { id: societeId } = await aCustomer(world.service);
  await world.subscribe(societeId, planCode);
  return { ...world, societeId, row: () => world.row(societeId) };
}

test("more is had at once, and the difference for the days left is paid at once", async () => {
  const { billing, societeId, row, advanceDays } = await aSubscriber("essentiel_mensuel");
  const before = await row();
  await advanceDays(15);

  const preview = await previewChange(billing, { societeId, planCode: "pro_mensuel" });
  const done = await changePlan(billing, { societeId, planCode: "pro_mensuel" });

  expect(preview).toMatchObject({ effect: "now", dueTtc: 1_200 });
  expect(preview.next).toEqual({ at: before.periodEnd, priceHt: 2_900 });
  expect(done).toEqual({ effect: "now" });
  expect(await row()).toMatchObject({ planCode: "pro_mensuel", periodEnd: before.periodEnd });
  const [latest] = await listStripeInvoices(billing, societeId);
  expect(latest).toMatchObject({ totalTtc: preview.dueTtc, status: "paid" });
});

test("less waits for the end of what was paid", async () => {
  const { billing, societeId, row, advanceDays } = await aSubscriber("pro_mensuel");
  const { periodEnd } = await row();

  const preview = await previewChange(billing, { societeId, planCode: "essentiel_mensuel" });
  const done = await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });

  expect(preview).toMatchObject({ effect: "at_period_end", at: periodEnd, dueTtc: 0 });
  expect(done).toEqual({ effect: "at_period_end", at: periodEnd });
  expect(await row()).toMatchObject({
    planCode: "pro_mensuel",
    pendingPlanCode: "essentiel_mensuel",
    pendingAt: periodEnd,
  });
  await advanceDays(31);
  expect(await row()).toMatchObject({ planCode: "essentiel_mensuel", pendingPlanCode: null });
});

test("a lesser plan asked for later can be given up", async () => {
  const { billing, societeId, row, advanceDays } = await aSubscriber("pro_mensuel");
  await changePlan(billing, { societeId, planCode: "essentiel_mensuel" });

  await resumeAbonnement(billing, societeId);

  expect((await row()).pendingPlanCode).toBeNull();
  await advanceDays(31);
  expect(await row()).toMatchObject({ planCode: "pro_mensuel", status: "active" });
});

test("a month becomes a year at once, and a year a month when it ends", async () => {
  const { billing, societeId, row } = await aSubscriber("pro_mensuel");

  expect(await changePlan(billing, { societeId, planCode: "pro_annuel" })).toEqual({
    effect: "now",
  });
  const yearly = await row();
  expect(yearly.planCode).toBe("pro_annuel");
  expect((yearly.periodEnd ?? 0) - (yearly.periodStart ?? 0)).toBe(365 * day);

  const back = await changePlan(billing, { societeId, planCode: "pro_mensuel" });
  expect(back).toEqual({ effect: "at_period_end", at: yearly.periodEnd });
});

test("an upgrade that is not paid changes nothing, and says where to pay it", async () => {
  const world = await aBilling();
  const { id: societeId } = await aCustomer(world.service);
  await world.subscribe(societeId, "essentiel_mensuel");
  const { stripeCustomerId, subscriptionId } = await world.row(societeId);
  const refusing = await world.billing.stripe.paymentMethods.attach("pm_card_chargeDeclined", {
    customer: stripeCustomerId ?? "",
  });
  await world.billing.stripe.subscriptions.update(subscriptionId ?? "", {
    default_payment_method: refusing.id,
  });

  const done = await changePlan(world.billing, { societeId, planCode: "pro_mensuel" });

  expect(done.effect).toBe("once_paid");
  const row = await world.row(societeId);
  expect(row).toMatchObject({ planCode: "essentiel_mensuel", status: "active" });
  expect(row.dueUrl).toBe("paymentUrl" in done ? done.paymentUrl : "");
  expect(row.dueUrl).not.toBeNull();
  await world.advanceDays(2);
  expect(await world.row(societeId)).toMatchObject({ dueTtc: null, status: "active" });
});

test("what is cancelled lasts until its end, then the société is on Gratuit", async () => {
  const { billing, societeId, row, advanceDays, mails } = await aSubscriber("pro_mensuel");
  const { periodEnd } = await row();

  expect(await cancelAbonnement(billing, societeId)).toEqual({ endsAt: periodEnd });
  expect(await cancelAbonnement(billing, societeId)).toEqual({ endsAt: periodEnd });
  expect(await row()).toMatchObject({ status: "active", cancelAt: periodEnd });

  await advanceDays(31);
  expect(await row()).toMatchObject({ status: "canceled", endedAt: periodEnd });
  expect(await mails(societeId)).toEqual(["Votre abonnement FacturePro a pris fin"]);
});

test("a cancellation is undone before its end", async () => {
  const { billing, societeId, row, advanceDays } = await aSubscriber("pro_mensuel");
  await cancelAbonnement(billing, societeId);
  await resumeAbonnement(billing, societeId);

  await advanceDays(31);

  expect(await row()).toMatchObject({ status: "active", cancelAt: null });
});

test("Gratuit is chosen by ending what is paid", async () => {
  const { billing, societeId, row } = await aSubscriber("pro_mensuel");
  const { periodEnd } = await row();

  expect(await changePlan(billing, { societeId, planCode: "gratuit" })).toEqual({
    effect: "at_period_end",
    at: periodEnd,
  });
});

test("an upgrade gives up the end that was asked for", async () => {
  const { billing, societeId, row } = await aSubscriber("essentiel_mensuel");
  await cancelAbonnement(billing, societeId);

  await changePlan(billing, { societeId, planCode: "pro_mensuel" });

  expect(await row()).toMatchObject({ planCode: "pro_mensuel", cancelAt: null });
});

test("after the end, one subscribes anew", async () => {
  const { billing, societeId, row, advanceDays, subscribe } = await aSubscriber("pro_mensuel");
  const { subscriptionId } = await row();
  await cancelAbonnement(billing, societeId);
  await advanceDays(31);

  await subscribe(societeId, "essentiel_annuel");

  const after = await row();
  expect(after).toMatchObject({ status: "active", planCode: "essentiel_annuel", endedAt: null });
  expect(after.subscriptionId).not.toBe(subscriptionId);
});

test("without a subscription there is nothing to change, and with the same plan nothing to do", async () => {
  const { billing, societeId, service } = await aSubscriber("pro_mensuel");
  const { id: other } = await aCustomer(service);

  const acts = [
    changePlan(billing, { societeId: other, planCode: "pro_mensuel" }),
    cancelAbonnement(billing, other),
    resumeAbonnement(billing, other),
    openPortal(billing, other),
  ];
  for (const act of acts) expect(await refusalCode(act)).toBe("SUBSCRIPTION_REQUIRED");
  const same = changePlan(billing, { societeId, planCode: "pro_mensuel" });
  expect(await refusalCode(same)).toBe("PLAN_UNCHANGED");
});

test("the portal opens for this visit, its settings made once", async () => {
  const { billing, societeId, stripe } = await aSubscriber("pro_mensuel");

  const first = await openPortal(billing, societeId);
  const second = await openPortal(billing, societeId);

  expect(first.url).not.toBe(second.url);
  expect(Object.keys(stripe.store.sandbox.state.portalConfigurations)).toHaveLength(1);
});
