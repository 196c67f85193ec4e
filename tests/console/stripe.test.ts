import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { actes } from "#db/control/schema/actes";
import { plans } from "#db/control/schema/plans";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { RouterOutputs } from "../../app/trpc.tsx";
import { aBilling, aCustomer } from "../billing/a-billing.ts";
import { aSuperAdmin } from "../support/a-super-admin.ts";

type Etat = RouterOutputs["consoleStripe"]["etat"];
type Page = RouterOutputs["consoleStripe"]["evenements"];

const reason = "écart vu au téléphone";

test("a forced difference is found by the comparison and repaired by re-reading Stripe", async () => {
  const { service, billing, subscribe, row, stripe } = await aBilling();
  const { control } = service.doors;
  const lea = await aSuperAdmin(service);
  const [forged, sane] = [await aCustomer(service), await aCustomer(service)];
  await subscribe(forged.id);
  await subscribe(sane.id, "pro_mensuel");
  const whole = await row(forged.id);

  await control.write(async (tx) => {
    const wrong = { status: "canceled", dueTtc: 990, planCode: "pro_mensuel" } as const;
    await tx.update(abonnements).set(wrong).where(eq(abonnements.societeId, forged.id));
    await tx.update(plans).set({ priceHt: 1_100 }).where(eq(plans.code, "essentiel_annuel"));
  });
  expect(await lea.call("consoleStripe.compare")).toEqual({ isDone: true });
  const found = await lea.call<Etat>("consoleStripe.etat");
  expect(found.comparaison).toMatchObject({ par: "Léa Ferrand", societes: 2, illisibles: 0 });
  expect(
    found.ecarts.map(({ societeId, champ, ici, stripe: said }) => [societeId, champ, ici, said]),
  ).toEqual([
    [forged.id, "status", "canceled", "active"],
    [forged.id, "planCode", "pro_mensuel", "essentiel_mensuel"],
    [forged.id, "dueTtc", "990", null],
    [null, "replace_price", expect.stringContaining("11.00 EUR"), null],
  ]);
  expect(await row(forged.id)).toMatchObject({ status: "canceled" });

  for (const { id, champ } of found.ecarts)
    if (champ === "status" || champ === "replace_price")
      expect(await lea.call("consoleStripe.repair", { ecartId: id, reason })).toEqual({
        isGone: true,
      });
  const { readAt: _then, version: _before, copiedVersion: _copy, ...columns } = whole;
  expect(await row(forged.id)).toMatchObject(columns);
  expect((await lea.call<Etat>("consoleStripe.etat")).reste).toBe(0);
  const [price] = Object.values(stripe.store.sandbox.state.prices).filter(
    ({ lookup_key }) => lookup_key === "essentiel_annuel",
  );
  expect(price?.unit_amount).toBe(1_100);

  await billing.comparer.run(null);
  expect(await lea.call<Etat>("consoleStripe.etat")).toMatchObject({
    comparaison: { par: null, societes: 2 },
    ecarts: [],
  });
  const lines = await control.read((db) => db.select().from(actes));
  expect(lines.map(({ kind, societeId }) => [kind, societeId])).toEqual([
    ["ecart.repaired", forged.id],
    ["ecart.repaired", null],
  ]);
});

test("a subscription of nobody is told, and taken back only by the société it names", async () => {
  const { service, billing, subscribe, row } = await aBilling();
  const lea = await aSuperAdmin(service);
  const owner = await aCustomer(service);
  await subscribe(owner.id);
  const { stripeCustomerId } = await row(owner.id);
  await service.doors.control.write((tx) =>
    tx
      .update(abonnements)
      .set({ stripeCustomerId: null, subscriptionId: null, status: null, planCode: null })
      .where(eq(abonnements.societeId, owner.id)),
  );
  const stray = await billing.stripe.customers.create({ name: "Personne" });
  await billing.stripe.subscriptions.create({
    customer: stray.id,
    items: [
      {
        price:
          (await billing.stripe.prices.list({ lookup_keys: ["pro_mensuel"] })).data[0]?.id ?? "",
      },
    ],
    default_payment_method: "pm_card_visa",
  });
  await lea.call("consoleStripe.compare");
  const { ecarts } = await lea.call<Etat>("consoleStripe.etat");
  expect(ecarts.map(({ objet, champ }) => [objet, champ]).sort()).toEqual(
    [
      [stripeCustomerId, "client"],
      [stray.id, "client"],
    ].sort(),
  );
  const idOf = (customer: string | null) => ecarts.find(({ objet }) => objet === customer)?.id;
  expect(await lea.try("consoleStripe.repair", { ecartId: idOf(stray.id), reason })).toMatchObject({
    refusal: "STRIPE_CUSTOMER_UNKNOWN",
  });
  await lea.call("consoleStripe.repair", { ecartId: idOf(stripeCustomerId), reason });
  expect(await row(owner.id)).toMatchObject({ status: "active", planCode: "essentiel_mensuel" });
});

test("the ledger is read page by page, filtered, and a failed event is played again with a reason", async () => {
  const { service, subscribe, row } = await aBilling();
  const { control, clock } = service.doors;
  const lea = await aSuperAdmin(service);
  const { id } = await aCustomer(service);
  await subscribe(id);
  const { stripeCustomerId } = await row(id);
  await control.write(async (tx) => {
    const { at } = clock();
    const failed = { status: "failed", attempts: 3, nextAt: at + 1e9, error: "StripeAPIError 500" };
    await tx.insert(stripeEvents).values(
      Array.from({ length: 60 }, (_, i) => ({
        ...{ id: `evt_${i + 100}`, type: "customer.updated", customerId: stripeCustomerId },
        ...{ createdAt: at, receivedAt: at + i, bodyHash: "x", nextAt: at },
        ...(i === 59 ? (failed as { status: "failed" }) : { status: "done" as const }),
      })),
    );
  });
  const all = { statut: null, type: null, societeId: null, cursor: null };
  const first = await lea.call<Page>("consoleStripe.evenements", all);
  expect(first.rows).toHaveLength(50);
  expect(first.rows[0]).toMatchObject({
    ...{ id: "evt_159", status: "failed", attempts: 3, error: "StripeAPIError 500" },
    societeId: id,
  });
  const rest = await lea.call<Page>("consoleStripe.evenements", { ...all, cursor: first.cursor });
  const ids = new Set([...first.rows, ...rest.rows].map(({ id: event }) => event));
  expect(ids.size).toBe(await control.read((db) => db.$count(stripeEvents)));
  const ofOne = { ...all, societeId: id, type: "invoice.paid" };
  expect((await lea.call<Page>("consoleStripe.evenements", ofOne)).rows).toHaveLength(1);

  expect(await lea.try("consoleStripe.replay", { eventId: "evt_159", reason: " " })).toMatchObject({
    refusal: "ACTE_INVALID",
  });
  expect(await lea.call("consoleStripe.replay", { eventId: "evt_159", reason })).toEqual({
    status: "done",
  });
  const failed = { ...all, statut: "failed" };
  expect((await lea.call<Page>("consoleStripe.evenements", failed)).rows).toEqual([]);
  const [line] = await control.read((db) => db.select().from(actes));
  expect(line).toMatchObject({ kind: "evenement.replayed", societeId: id, reason });
  expect(await lea.try("consoleStripe.replay", { eventId: "evt_0", reason })).toMatchObject({
    refusal: "EVENEMENT_NOT_FOUND",
  });
});

test("each reading of the ledger walks along an index of its order", async () => {
  const { service } = await aBilling();
  const plan = (where: string) =>
    service.doors.control.read(async (db) => {
      const text = `EXPLAIN QUERY PLAN SELECT * FROM stripe_events ${where} ORDER BY received_at DESC, id DESC LIMIT 51`;
      return (await db.all<{ detail: string }>(text)).map(({ detail }) => detail).join("; ");
    });
  expect(await plan("")).toMatch(/USING INDEX stripe_events_received$/);
  expect(await plan("WHERE status = 'failed'")).toMatch(/stripe_events_status \(status=\?\)$/);
  expect(await plan("WHERE type = 'invoice.paid' AND (received_at, id) < (1, 'a')")).toMatch(
    /stripe_events_type \(type=\? AND \(?received_at/,
  );
});
