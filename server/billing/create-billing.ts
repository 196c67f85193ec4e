import type { Clock } from "#server/clock";
import type { Env } from "#server/env";
import type { Control } from "#server/tenancy/control";
import type { BillingDoors } from "./billing-doors.ts";
import { createStripe } from "./stripe-client.ts";
import { createTurns } from "./turns.ts";

type Options = {
  readonly control: Control;
  readonly clock: Clock;
  readonly mail: { wake(): void };
  readonly env: Pick<
    Env,
    "APP_MODE" | "APP_ORIGIN" | "STRIPE_API_BASE" | "STRIPE_SECRET_KEY" | "STRIPE_WEBHOOK_SECRET"
  >;
};

export type Billing = BillingDoors & {
  /** To call before the control database closes. */
  close(): Promise<void>;
};

/** A key nobody gave opens nothing: every call is refused on this machine, none leaves it. */
const nowhere = { secretKey: "sk_test_none", apiBase: "http://127.0.0.1:9", retries: 0 };

/** The only door to Stripe. The use cases of this folder take it as first argument. */
export function createBilling({ control, clock, mail, env }: Options): Billing {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = env;
  const turns = createTurns();
  return {
    stripe: createStripe(secretKey === undefined ? nowhere : { secretKey, apiBase }),
    control,
    clock,
    mail,
    appOrigin: env.APP_ORIGIN,
    livemode: /^[rs]k_live_/.test(secretKey ?? ""),
    needsEditeur: env.APP_MODE === "production",
    turns,
    onChange: () => {},
    close: () => turns.settled(),
  };
}
