import { expect, test } from "vitest";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import { termsOf } from "#server/billing/terms-of";
import { entitlementOf, GRACE_MS } from "#server/domain/quota";
import type { SocieteId } from "#server/tenancy/tenant";
import { aBilling, aCustomer, failsLater, sepa, sepaFails, visa } from "./a-billing.ts";

const failed = "Le paiement de votre abonnement FacturePro a échoué";
const readOnly = "Votre espace FacturePro est en lecture seule";

async function aSocieteWith(payment = visa, options: Parameters<typeof aBilling>[0] = {}) {
  const world = await aBilling(options);
  const { id: societeId } = await aCustomer(world.service);
  await world.subscribe(societeId, "essentiel_mensuel", payment);
  const { control } = world.service.doors;
  const allowed = async () => {
    const terms = await control.read((db) => termsOf(db, societeId as SocieteId));
    return entitlementOf(terms, world.stripe.clock());
  };
  const row = () => world.row(societeId);
  return { ...world, societeId, allowed, row, mails: () => world.mails(societeId) };
}

test("a renewal refused by the bank opens fourteen days of grace, counted from the first refusal", async () => {
  const { advanceDays, row, allowed, mails, stripe } = await aSocieteWith(failsLater);
  await advanceDays(31);
  const first = await row();

  expect(first.status).toBe("past_due");
  expect(first.dueTtc).toBe(1_080);
  expect(first.dueUrl).not.toBeNull();
  expect(await allowed()).toMatchObject({ access: "grace", source: "abonnement" });
  const since = first.pastDueSince ?? 0;
  expect(since).toBeGreaterThan(first.periodStart ?? 0);
  expect(since).toBeLessThanOrEqual(stripe.clock().at);

  await advanceDays(4);
  await advanceDays(5);
  expect(await row()).toMatchObject({ status: "past_due", pastDueSince: since });
  expect((await allowed()).graceEndsAt).toBe(since + GRACE_MS);
  expect(await mails()).toEqual([failed]);
});

test("a bank that asks for a confirmation at the renewal is told as such", async () => {
  const { advanceDays, row, allowed, mails } = await aSocieteWith({
    number: "4000 0000 0000 3220",
    authentication: "accepted",
  });
  expect((await row()).status).toBe("active");
  await advanceDays(31);

  expect((await row()).status).toBe("past_due");
  expect((await allowed()).access).toBe("grace");
  expect(await mails()).toEqual([
    "Votre banque attend votre confirmation pour l’abonnement FacturePro",
  ]);
});

test("unpaid to the end is read-only, told once", async () => {
  const { advanceDays, row, allowed, mails, billing } = await aSocieteWith(failsLater);
  for (let day = 0; day < 48; day += 4) await advanceDays(4);
  await billing.reconcile();

  expect((await row()).status).toBe("unpaid");
  expect(await allowed()).toMatchObject({ access: "read_only", source: "abonnement" });
  expect(await mails()).toEqual([failed, readOnly]);
});

test("grace that ends without a word from Stripe is told by the hourly reading", async () => {
  const { advanceDays, billing, mails, row } = await aSocieteWith(failsLater, {
    settings: { retryDays: [30], afterRetries: "past_due" },
  });
  await advanceDays(31);
  await advanceDays(15);
  await billing.reconcile();
  await billing.reconcile();

  expect((await row()).status).toBe("past_due");
  expect(await mails()).toEqual([failed, readOnly]);
});

test("paying restores everything at once", async () => {
  const { advanceDays, row, allowed, billing, deliverAll, stripe } = await aSocieteWith(failsLater);
  for (let day = 0; day < 48; day += 4) await advanceDays(4);
  const customer = (await row()).stripeCustomerId ?? "";
  const method = await billing.stripe.paymentMethods.attach("pm_card_visa", { customer });
  const open = Object.values(stripe.store.sandbox.state.invoices).filter(
    ({ status, attempted }) => status === "open" && attempted,
  );
  for (const { id } of open) await billing.stripe.invoices.pay(id, { payment_method: method.id });
  await deliverAll();

  expect(await row()).toMatchObject({ status: "active", pastDueSince: null, dueTtc: null });
  expect((await allowed()).access).toBe("full");
});

test("a subscription Stripe paused is read-only until it is taken up again", async () => {
  const { row, allowed, billing, stripe, societeId } = await aSocieteWith();
  const become = async (status: "paused" | "active") => {
    for (const one of Object.values(stripe.store.sandbox.state.subscriptions)) one.status = status;
    await refreshAbonnement(billing, societeId);
  };
  await become("paused");
  expect((await row()).status).toBe("paused");
  expect((await allowed()).access).toBe("read_only");
  await become("active");
  expect(await row()).toMatchObject({ status: "active", pastDueSince: null });
  expect((await allowed()).access).toBe("full");
});

test("a second debt begins a grace of its own", async () => {
  const { advanceDays, row, billing, deliverAll, stripe } = await aSocieteWith(failsLater);
  await advanceDays(31);
  const first = (await row()).pastDueSince ?? 0;
  const customer = (await row()).stripeCustomerId ?? "";
  const once = await billing.stripe.paymentMethods.attach("pm_card_visa", { customer });
  const due = Object.values(stripe.store.sandbox.state.invoices).find(
    ({ status }) => status === "open",
  );
  await billing.stripe.invoices.pay(due?.id ?? "", { payment_method: once.id });
  await deliverAll();
  expect((await row()).pastDueSince).toBeNull();

  await advanceDays(31);

  const second = await row();
  expect(second.status).toBe("past_due");
  expect(second.pastDueSince ?? 0).toBeGreaterThan(first);
});

test("a subscription ended for want of payment gives nothing more", async () => {
  const { advanceDays, row, allowed, stripe } = await aSocieteWith(failsLater, {
    settings: { afterRetries: "canceled" },
  });
  for (let day = 0; day < 48; day += 4) await advanceDays(4);

  const { status, endedAt } = await row();
  expect(status).toBe("canceled");
  expect(endedAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(stripe.clock().at);
  expect((await allowed()).source).toBe("gratuit");
});

test("a SEPA debit gives nothing until it has succeeded", async () => {
  const { advanceDays, row, allowed } = await aSocieteWith(sepa);

  expect((await row()).status).toBe("incomplete");
  expect((await allowed()).source).toBe("essai");
  await advanceDays(6);
  expect(await row()).toMatchObject({ status: "active", paymentMethod: "SEPA •••• 2606" });
  expect((await allowed()).source).toBe("abonnement");
});

test("a first SEPA debit that is rejected never was a subscription", async () => {
  const { advanceDays, row, allowed } = await aSocieteWith(sepaFails);
  await advanceDays(6);

  expect(["incomplete", "incomplete_expired"]).toContain((await row()).status);
  expect((await allowed()).source).toBe("essai");
});
