import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Clock } from "#server/clock";
import type { Env } from "#server/env";
import { createAdvance } from "./create-advance.ts";
import { createDeliverer, type Deliverer } from "./create-deliverer.ts";
import { createSandboxStore, type SandboxStore } from "./create-sandbox-store.ts";
import { listenOnLoopback } from "./listen-on-loopback.ts";
import { postTo } from "./post-to.ts";
import type { Post } from "./send-delivery.ts";
import { openStateFile } from "./state-file.ts";

export type OpenSandboxOptions = {
  readonly env: Pick<Env, "APP_MODE" | "APP_ORIGIN" | "HOST" | "PORT" | "STRIPE_SECRET_KEY">;
  readonly dataDir: string;
  readonly clock: Clock;
  /** Moves the product's clock (milliseconds); null when somebody else holds it. */
  readonly advanceClock: ((at: number) => Promise<void>) | null;
  /** The events the product's endpoint asked for. */
  readonly delivers: (type: string) => boolean;
  /** How a webhook reaches the product: its own port unless told. */
  readonly post?: Post;
};

/** The local double of Stripe, open for the life of the process. */
export type OpenSandbox = {
  /** What the SDK's client and the webhook need, under the names of the environment's variables. */
  readonly stripeEnv: {
    readonly STRIPE_SECRET_KEY: string;
    readonly STRIPE_API_BASE: string;
    readonly STRIPE_WEBHOOK_SECRET: string;
  };
  readonly store: SandboxStore;
  readonly deliverer: Deliverer;
  readonly clock: Clock;
  keep(): Promise<void>;
  /**
   * Moves the product's clock to an instant (milliseconds), stopping wherever something is due, so that the product
   * lives each event at its own date. Null when the clock is not ours to move.
   */
  readonly advanceTo: ((at: number) => Promise<void>) | null;
  /** Called before a jump of the clock, and after each of its stops: the product gets ready, then catches up. */
  onAdvance(listener: AdvanceListener): void;
  close(): Promise<void>;
};

export type AdvanceListener = {
  before(from: number, to: number): Promise<void>;
  stop(): Promise<void>;
};

/** What is overdue is done that often, without waiting for a request. */
const settleEvery = 5_000;

/**
 * @throws Error in production, or beside a key of Stripe's: the double never runs where money could
 */
export async function openSandbox(options: OpenSandboxOptions): Promise<OpenSandbox> {
  const { env, clock } = options;
  if (env.APP_MODE !== "demo" || env.STRIPE_SECRET_KEY !== undefined)
    throw new Error("the sandbox runs in the demonstration only, and never beside a Stripe key");
  const webhookSecret = `whsec_${randomBytes(24).toString("hex")}`;
  const apiKey = `sk_test_${randomBytes(24).toString("hex")}`;
  const { state, keep } = openStateFile(path.join(options.dataDir, "bac-a-sable.json"));
  const post = options.post ?? postTo(`http://${loopbackOf(env.HOST)}:${env.PORT}/webhooks/stripe`);
  const deliverer = createDeliverer({ state, clock, webhookSecret, post, keep });
  const store = createSandboxStore({
    clock,
    pagesOrigin: env.APP_ORIGIN,
    state,
    apiKey,
    keep,
    onEvent: (event) => options.delivers(event.type) && deliverer.enqueue(event),
  });
  const listening = await listenOnLoopback(store.handle);
  const timer = setInterval(() => store.settle() && void keep(), settleEvery).unref();
  const { advanceTo, onAdvance } = createAdvance({
    store,
    deliverer,
    clock,
    keep,
    advanceClock: options.advanceClock,
  });
  return {
    stripeEnv: {
      STRIPE_SECRET_KEY: apiKey,
      STRIPE_API_BASE: `http://127.0.0.1:${listening.port}`,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    },
    store,
    deliverer,
    clock,
    keep,
    advanceTo,
    onAdvance,
    async close() {
      clearInterval(timer);
      await listening.close();
      await deliverer.stop();
      await keep();
    },
  };
}

/** An address to listen on is not always one to call. */
const loopbackOf = (host: string): string => {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
};
