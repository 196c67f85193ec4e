import { carrySessions } from "#server/auth/carry-sessions";
import type { Billing } from "#server/billing/create-billing";
import { isRetained } from "#server/billing/event-types";
import { type OpenSandbox, openSandbox } from "#server/billing/sandbox/open-sandbox";
import type { Post } from "#server/billing/sandbox/send-delivery";
import { syncPlans } from "#server/billing/sync-plans";
import type { ProductClock } from "#server/demo/open-clock";
import type { BooksKeeper } from "#server/editeur/create-books-keeper";
import type { Env } from "#server/env";
import type { EntitlementJobs } from "#server/jobs/create-entitlement-jobs";
import type { Control } from "#server/tenancy/control";

type Place = {
  readonly env: Env;
  readonly dataDir: string;
  readonly clock: ProductClock;
  readonly post: Post | undefined;
};

/** Stripe's double, before the door that calls it; null wherever a key was given, and in production. */
export async function openDemoSandbox({
  env,
  dataDir,
  clock,
  post,
}: Place): Promise<OpenSandbox | null> {
  if (env.APP_MODE !== "demo" || env.STRIPE_SECRET_KEY !== undefined) return null;
  return openSandbox({
    env,
    dataDir,
    clock: clock.now,
    advanceClock: clock.advanceTo,
    delivers: isRetained,
    ...(post ? { post } : {}),
  });
}

type Product = {
  readonly control: Control;
  readonly billing: Billing;
  readonly entitlementJobs: EntitlementJobs;
  readonly books: BooksKeeper;
};

/** The double sells the plans, and the product follows when its clock is advanced. */
export async function startSandbox(sandbox: OpenSandbox, product: Product): Promise<void> {
  const { control, billing, entitlementJobs, books } = product;
  sandbox.onAdvance({
    before: (from, to) => carrySessions(control, from, to),
    async stop() {
      await billing.flush();
      await entitlementJobs.sweep();
      await books.settled();
    },
  });
  await syncPlans(billing, true);
}
