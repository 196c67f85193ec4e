import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Doors, openDoors } from "#server/doors";
import { parseEnv } from "#server/env";
import { root } from "../support/a-service.ts";

const day = 86_400_000;

async function aDataDir() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "facturepro-sandbox-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function aDemo(dataDir: string, env: Record<string, string> = {}): Promise<Doors> {
  const doors: Doors = await openDoors(parseEnv({ DATA_DIR: dataDir, ...env }), {
    root,
    postWebhook: async (body, headers) => {
      const fate = await doors.billing.receive({
        body: Buffer.from(body),
        signature: headers["stripe-signature"],
      });
      return fate === "received" || fate === "seen" || fate === "unknown_type" ? 200 : 400;
    },
  });
  onTestFinished(() => doors.close());
  return doors;
}

async function subscribed({ billing: { stripe } }: Doors) {
  const { data } = await stripe.prices.list({ lookup_keys: ["pro_mensuel"] });
  const customer = await stripe.customers.create({ email: "a@exemple.fr" });
  return stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: data[0]?.id ?? "" }],
    default_payment_method: "pm_card_visa",
  });
}

test("the demonstration sells its plans on a double of Stripe, and its clock moves both", async () => {
  const doors = await aDemo(await aDataDir());
  const { id } = await subscribed(doors);
  const before = doors.clock().at;

  await doors.sandbox?.advanceTo?.(before + 40 * day);

  expect(doors.clock().at).toBeGreaterThanOrEqual(before + 40 * day);
  const { data } = await doors.billing.stripe.invoices.list({ subscription: id });
  expect(data.map(({ billing_reason, status }) => `${billing_reason} ${status}`)).toEqual([
    "subscription_cycle paid",
    "subscription_create paid",
  ]);
});

test("a restart finds Stripe's double and the clock where they were", async () => {
  const dataDir = await aDataDir();
  const first = await aDemo(dataDir);
  const { id } = await subscribed(first);
  await first.sandbox?.advanceTo?.(first.clock().at + 3 * day);
  const at = first.clock().at;
  await first.close();

  const second = await aDemo(dataDir);
  expect(second.clock().at).toBeGreaterThanOrEqual(at);
  expect((await second.billing.stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("the clock never goes backwards", async () => {
  const doors = await aDemo(await aDataDir());
  const before = doors.clock().at;
  await doors.sandbox?.advanceTo?.(before - day);
  expect(doors.clock().at).toBeGreaterThanOrEqual(before);
});

test("beside a key of Stripe's there is no double, and nobody moves the clock", async () => {
  const doors = await aDemo(await aDataDir(), { STRIPE_SECRET_KEY: "sk_test_given" });
  expect(doors.sandbox).toBeNull();
});
