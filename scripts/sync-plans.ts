/** npm run sync:plans [-- --apply] — make Stripe sell what the plans say. Says what it would do; does it with --apply; safe to run again. */
import path from "node:path";
import { createStripe } from "#server/billing/stripe-client";
import type { PlanStep } from "#server/billing/sync-plans";
import { systemClock } from "#server/clock";
import { parseEnv } from "#server/env";
import { billingJobs } from "#server/operator-jobs";
import { createControl } from "#server/tenancy/create-control";
import { runJob } from "#server/tenancy/run-job";

const { DATA_DIR, STRIPE_SECRET_KEY, STRIPE_API_BASE } = parseEnv(process.env);
const dataDir = path.resolve(DATA_DIR);
const apply = process.argv.includes("--apply");

const steps = (await runJob({
  dataDir,
  job: "sync-plans",
  args: { apply },
  jobs: billingJobs,
  open: async () => {
    if (STRIPE_SECRET_KEY === undefined)
      throw new Error(
        "STRIPE_SECRET_KEY: without it, the plans are those of the running demo only",
      );
    const control = await createControl(dataDir);
    const stripe = createStripe({ secretKey: STRIPE_SECRET_KEY, apiBase: STRIPE_API_BASE });
    return {
      context: { billing: { control, stripe, clock: systemClock } },
      close: () => control.close(),
    };
  },
})) as PlanStep[];

const todo = steps.filter(({ what }) => what !== "nothing");
for (const { what, of, detail } of steps)
  console.log(`${what.padEnd(16)} ${of.padEnd(24)} ${detail}`);
if (todo.length === 0) console.log("\nStripe sells exactly this already.");
else if (apply) console.log(`\n${todo.length} done.`);
else console.log(`\n${todo.length} to do: run again with --apply.`);
