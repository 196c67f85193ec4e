import { and, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { outbox } from "#db/control/schema/outbox";
import { stripeEffects, stripeEvents } from "#db/control/schema/stripe-events";
import { isRetained } from "#server/billing/event-types";
import { openCheckout } from "#server/billing/open-checkout";
import type { StripeEvent } from "#server/billing/sandbox/objects/stripe-event";
import { demoRandom } from "#server/demo/demo-random";
import {
  aBilling,
  aCustomer,
  failsLater,
  post,
  sepa,
  sepaFails,
  sessionOf,
  visa,
} from "./a-billing.ts";
import { stateAtStripe } from "./state-at-stripe.ts";

const customers = Number(process.env["STORM_CUSTOMERS"] ?? 8);
const wanted = Number(process.env["STORM_EVENTS"] ?? 120);
const seed = Number(process.env["STORM_SEED"] ?? 1);
const plans = ["essentiel_mensuel", "pro_mensuel", "entreprise_mensuel", "pro_annuel"];
const payments = [visa, failsLater, failsLater, sepa, sepaFails];

type World = Awaited<ReturnType<typeof aBilling>>;

/** Sociétés subscribe and live until enough events have happened, none delivered. */
async function live(world: World, random: () => number) {
  const { billing, stripe, service } = world;
  const societes: string[] = [];
  for (let i = 0; i < customers; i++) {
    const { id: societeId } = await aCustomer(service);
    societes.push(societeId);
    const planCode = plans[Math.floor(random() * plans.length)] ?? "";
    const { url } = await openCheckout(billing, { societeId, planCode });
    stripe.pay(sessionOf(url), payments[i % payments.length] ?? visa);
  }
  const retained = () => stripe.events.filter(({ type }) => isRetained(type));
  while (retained().length < wanted) stripe.advanceDays(1 + Math.floor(random() * 4));
  return { societes, events: retained() };
}

/** Each event one to three times, one in twenty also under a false signature, in no order. */
function planStorm(events: readonly StripeEvent[], random: () => number) {
  const deliveries = events.flatMap((event) => {
    const times = 1 + Math.floor(random() * 3);
    const copies = Array.from({ length: times }, () => ({ event, isForged: false }));
    return random() < 0.05 ? [...copies, { event, isForged: true }] : copies;
  });
  return deliveries
    .map((delivery) => ({ delivery, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ delivery }) => delivery);
}

test("a storm of webhooks ends in exactly what Stripe holds, each effect once", async () => {
  const { int } = demoRandom(seed);
  const random = () => int(0, 999_999) / 1_000_000;
  const world = await aBilling({ random });
  const { stripe, service, billing } = world;
  const { control } = service.doors;
  const { societes, events } = await live(world, random);
  const { network } = stripe.store.sandbox.state;
  network.failShare = 0.1;
  const storm = planStorm(events, random);

  let slowest = 0;
  const deliver = async () => {
    for (let next = storm.shift(); next; next = storm.shift()) {
      const { event, isForged } = next;
      const began = performance.now();
      const secret = isForged ? { secret: "whsec_forged" } : {};
      const { status } = await post(service, JSON.stringify(event), secret);
      slowest = Math.max(slowest, performance.now() - began);
      expect(status).toBe(isForged ? 400 : 200);
    }
  };
  await Promise.all(Array.from({ length: 20 }, deliver));
  for (let round = 0; round < 40 && (await unsettled(world)) > 0; round++) {
    stripe.advanceTo(stripe.clock().at + 10_000 * round);
    await billing.flush();
  }
  network.failShare = 0;
  await world.deliverAll();

  expect(slowest).toBeLessThan(1_000);
  for (const societeId of societes) {
    const row = await world.row(societeId);
    expect(row).toMatchObject(stateAtStripe(stripe, row.stripeCustomerId ?? "", events));
  }
  const ledger = await control.read((db) => db.select().from(stripeEvents));
  expect(ledger.filter(({ status }) => status !== "done" && status !== "ignored")).toEqual([]);
  const mails = await control.read((db) =>
    db.select().from(outbox).where(like(outbox.subject, "%FacturePro%")),
  );
  const told = mails.filter(({ subject }) => !subject.startsWith("Bienvenue"));
  const effects = await control.read((db) =>
    db.select().from(stripeEffects).where(like(stripeEffects.effect, "mail.%")),
  );
  expect(told.length).toBe(effects.length);
  expect(new Set(told.map(({ to, subject }) => `${to} ${subject}`)).size).toBeGreaterThan(0);
  const booked = await control.read((db) =>
    db
      .select()
      .from(facturesEditeur)
      .where(and(eq(facturesEditeur.kind, "facture"))),
  );
  const paid = Object.values(stripe.store.sandbox.state.invoices).filter(
    ({ status, total }) => status === "paid" && total > 0,
  );
  expect(booked.map(({ stripeId }) => stripeId).sort()).toEqual(paid.map(({ id }) => id).sort());
});

const unsettled = async ({ service }: World): Promise<number> =>
  (await service.doors.control.read((db) => db.select().from(stripeEvents))).filter(
    ({ status }) => status === "received" || status === "failed",
  ).length;
