import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { stripeEvents } from "#db/control/schema/stripe-events";
import { openCheckout } from "#server/billing/open-checkout";
import { listenOnLoopback } from "#server/billing/sandbox/listen-on-loopback";
import { systemClock } from "#server/clock";
import { type Doors, openDoors } from "#server/doors";
import { parseEnv } from "#server/env";
import { root, serviceOrigin } from "../support/a-service.ts";
import { webhookSecret } from "../support/stripe-server.ts";
import { foreignProcess } from "../tenancy/foreign-process.ts";
import { aBilling, aCustomer, sessionOf, visa } from "./a-billing.ts";

type World = Awaited<ReturnType<typeof aBilling>>;

/** A société that has paid, of which the product has heard nothing; its service is stopped. */
async function aPaymentUnheard(world: World) {
  const { service, stripe, billing } = world;
  const { id: societeId } = await aCustomer(service);
  const { url } = await openCheckout(billing, { societeId, planCode: "pro_mensuel" });
  stripe.pay(sessionOf(url), visa);
  const payload = JSON.stringify(stripe.events.find(({ type }) => type === "invoice.paid"));
  const timestamp = Math.floor(stripe.clock().at / 1_000);
  const signature = billing.stripe.webhooks.generateTestHeaderString({
    payload,
    secret: webhookSecret,
    timestamp,
  });
  await service.doors.close();
  return { societeId, payload, signature };
}

/** Stripe as another process reaches it: it is asked, and never answers. */
async function aSilentStripe() {
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const { port, close } = await listenOnLoopback(() => {
    asked();
    return new Promise<Response>(() => {});
  });
  onTestFinished(close);
  return { apiBase: `http://127.0.0.1:${port}`, isAsked };
}

const stateOf = async ({ control }: Doors, societeId: string) => {
  const ledger = await control.read((db) => db.select().from(stripeEvents));
  const [row] = await control.read((db) =>
    db.select().from(abonnements).where(eq(abonnements.societeId, societeId)),
  );
  return { ledger, row, booked: await control.read((db) => db.select().from(facturesEditeur)) };
};

test.each([{ step: "written" }, { step: "processing" }])(
  "a service killed once Stripe's event is $step processes it at the next start, once",
  async ({ step }) => {
    const world = await aBilling({ at: systemClock().at });
    const { service, stripe } = world;
    const { societeId, payload, signature } = await aPaymentUnheard(world);
    const silent = await aSilentStripe();

    const child = await foreignProcess("receive-event.ts", [
      service.dataDir,
      step,
      silent.apiBase,
      webhookSecret,
      payload,
      signature,
    ]);
    if (step === "processing") {
      await silent.isAsked;
      await child.kill();
    }
    expect(await child.exited()).toBeNull(); // killed, not ended
    expect(child.errors()).toBe("");

    stripe.advanceTo(systemClock().at); // later than the killed service's clock
    const env = parseEnv({
      APP_ORIGIN: serviceOrigin,
      DATA_DIR: service.dataDir,
      STRIPE_SECRET_KEY: "sk_test_bacasable",
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    });
    const doors = await openDoors(env, { root, clock: stripe.clock });
    onTestFinished(() => doors.close());
    await expect
      .poll(async () => (await stateOf(doors, societeId)).ledger, { timeout: 20_000 })
      .toMatchObject([{ status: "done", attempts: 1, deliveries: 1 }]);
    const { row } = await stateOf(doors, societeId);
    expect(row).toMatchObject({ status: "active", planCode: "pro_mensuel" });

    await doors.billing.receive({ body: Buffer.from(payload), signature }); // Stripe, never answered, says it again
    await doors.billing.flush();
    const { ledger, booked } = await stateOf(doors, societeId);
    expect(ledger).toMatchObject([{ status: "done", attempts: 1, deliveries: 2 }]);
    expect(booked).toHaveLength(1);
  },
);
