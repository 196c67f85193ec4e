import type { Clock } from "#server/clock";
import type { Env } from "#server/env";
import type { Control } from "#server/tenancy/control";
import type { BillingDoors } from "./billing-doors.ts";
import { type Comparer, createComparer } from "./create-comparer.ts";
import { createEventWorker } from "./create-event-worker.ts";
import { createReconciler } from "./create-reconciler.ts";
import { receiveWebhook, type WebhookFate } from "./receive-webhook.ts";
import type { Reconciliation } from "./reconcile.ts";
import { createStripe } from "./stripe-client.ts";
import { createTally } from "./tally.ts";
import { createTurns } from "./turns.ts";

type Options = {
  readonly control: Control;
  readonly clock: Clock;
  readonly mail: { wake(): void };
  readonly onChange: BillingDoors["onChange"];
  readonly accentOf: BillingDoors["accentOf"];
  readonly books: { wake(): void };
  readonly env: Pick<
    Env,
    "APP_MODE" | "APP_ORIGIN" | "STRIPE_API_BASE" | "STRIPE_SECRET_KEY" | "STRIPE_WEBHOOK_SECRET"
  >;
};

export type Billing = BillingDoors & {
  /** See `receiveWebhook`: written down before the answer, processed after it. */
  receive(delivery: Parameters<typeof receiveWebhook>[1]): Promise<WebhookFate>;
  /** See `reconcile`; by itself every hour. */
  reconcile(): Promise<Reconciliation>;
  /** See `createComparer`. */
  readonly comparer: Comparer;
  /** Processes every event that is due, then resolves. */
  flush(): Promise<void>;
  /** Takes up what a stopped process left, then goes on by itself. */
  start(): void;
  /** To call before the control database closes. */
  close(): Promise<void>;
};

/** A key nobody gave opens nothing: every call is refused on this machine, none leaves it. */
const nowhere = { secretKey: "sk_test_none", apiBase: "http://127.0.0.1:9", retries: 0 };

/** The only door to Stripe. The use cases of this folder take it as first argument. */
export function createBilling(options: Options): Billing {
  const { control, clock, mail, books, env, onChange, accentOf } = options;
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = env;
  const turns = createTurns();
  const doors: BillingDoors = {
    stripe: createStripe(secretKey === undefined ? nowhere : { secretKey, apiBase }),
    control,
    clock,
    mail,
    books,
    appOrigin: env.APP_ORIGIN,
    livemode: /^[rs]k_live_/.test(secretKey ?? ""),
    webhookSecrets: secretsOf(env.STRIPE_WEBHOOK_SECRET),
    refused: createTally(),
    needsEditeur: env.APP_MODE === "production",
    turns,
    accentOf,
    onChange,
  };
  const worker = createEventWorker(doors);
  const reconciler = createReconciler(doors, worker.wake);
  const comparer = createComparer(doors);
  return {
    ...doors,
    async receive(delivery) {
      const fate = await receiveWebhook(doors, delivery);
      if (fate === "received") worker.wake();
      return fate;
    },
    reconcile: reconciler.run,
    comparer,
    flush: worker.flush,
    start() {
      worker.start();
      if (secretKey === undefined) return;
      reconciler.start();
      comparer.start();
    },
    async close() {
      await reconciler.close();
      await comparer.close();
      await worker.stop();
      await turns.settled();
    },
  };
}

/** One secret, or several during a rotation, separated by commas. */
const secretsOf = (list: string | undefined): string[] =>
  (list ?? "").split(",").flatMap((secret) => secret.trim() || []);
