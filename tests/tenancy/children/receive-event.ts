import { systemClock } from "#server/clock";
import { openDoors } from "#server/doors";
import { parseEnv } from "#server/env";

/**
 * A service on the data directory `argv[2]` that takes one delivery of Stripe. It dies, as by a power cut, once the event
 * is written down; or, told « processing » in `argv[3]`, lives until it is killed while it asks Stripe.
 */
const [, , dataDir = "", step, apiBase = "", secret = "", payload = "", signature = ""] =
  process.argv;
const env = parseEnv({
  DATA_DIR: dataDir,
  STRIPE_SECRET_KEY: "sk_test_bacasable",
  STRIPE_API_BASE: apiBase,
  STRIPE_WEBHOOK_SECRET: secret,
});
const start = systemClock();
const { billing } = await openDoors(env, { root: process.cwd(), clock: () => start });
const fate = await billing.receive({ body: Buffer.from(payload), signature });
if (step === "written") process.kill(process.pid, "SIGKILL");
process.stdout.write(`${fate}\n`);
