import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { litiges } from "#db/control/schema/litiges";
import { outbox } from "#db/control/schema/outbox";
import { stripeEvents } from "#db/control/schema/stripe-events";
import { users } from "#db/control/schema/users";
import { getAbonnement } from "#server/billing/get-abonnement";
import { aBilling, aCustomer, disputed, post } from "./a-billing.ts";

test("a payment the bank takes back is recorded, told to the operator once and shown to the société", async () => {
  const { service, stripe, subscribe, deliverAll } = await aBilling();
  const { control, tenancy, clock } = service.doors;
  const { id: societeId } = await aCustomer(service);
  const operator = await aCustomer(service);
  await control.write((tx) =>
    tx.update(users).set({ isSuperAdmin: true }).where(eq(users.email, operator.email)),
  );
  await subscribe(societeId, "essentiel_mensuel", disputed);
  stripe.advanceDays(8);
  const [opened] = stripe.events.filter(({ type }) => type === "charge.dispute.created");
  await deliverAll();
  await post(service, JSON.stringify(opened)); // Stripe delivers at least once
  await service.doors.billing.flush();

  const rows = await control.read((db) => db.select().from(litiges));
  expect(rows).toMatchObject([{ societeId, amountTtc: 1_080, status: "needs_response" }]);
  const toOperator = await control.read((db) =>
    db.select().from(outbox).where(eq(outbox.to, operator.email)),
  );
  const told = toOperator.filter(({ subject }) => subject.startsWith("Litige"));
  expect(told.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Litige : 10,80.€ contestés pour Abonne \d+ & Fils$/),
  ]);
  const [line] = await control.read((db) =>
    db.select().from(stripeEvents).where(eq(stripeEvents.type, "charge.dispute.created")),
  );
  expect(line).toMatchObject({ status: "done", error: null });
  const view = await getAbonnement(control, tenancy.openTenant(societeId), clock());
  expect(view.litige).toEqual({ amountTtc: 1_080, openedAt: rows[0]?.openedAt });

  await control.write((tx) => tx.update(litiges).set({ status: "lost" }));
  expect((await getAbonnement(control, tenancy.openTenant(societeId), clock())).litige).toBeNull();
});

test("a dispute Stripe does not show yet is tried again; one of a stranger's charge is put aside", async () => {
  const { service } = await aBilling();
  const event = {
    id: "evt_litige",
    object: "event",
    type: "charge.dispute.created",
    created: Math.floor(service.doors.clock().at / 1_000),
    livemode: false,
    data: { object: { id: "du_inconnu", object: "dispute" } },
  };
  expect((await post(service, JSON.stringify(event))).status).toBe(200);
  await service.doors.billing.flush();
  const [line] = await service.doors.control.read((db) => db.select().from(stripeEvents));
  expect(line).toMatchObject({ status: "failed", attempts: 1 });
});
