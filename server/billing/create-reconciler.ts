import { log } from "#server/log";
import type { BillingDoors } from "./billing-doors.ts";
import { type Reconciliation, reconcile } from "./reconcile.ts";

const hour = 3_600_000;
const lookEveryMs = 30_000;

/** Every hour of the product's clock, which may be advanced; the first time soon after the start. */
export function createReconciler(doors: BillingDoors, wakeWorker: () => void) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<Reconciliation> | null = null;
  let closing = false;

  const run = (): Promise<Reconciliation> => {
    lastAt = doors.clock().at;
    running ??= reconcile(doors, () => closing).finally(() => {
      running = null;
      wakeWorker();
    });
    return running;
  };

  const look = () => {
    if (closing || running || doors.clock().at - lastAt < hour) return;
    run().catch((err: unknown) => log.error({ err }, "Stripe not reconciled"));
  };

  return {
    start() {
      timer = setInterval(look, lookEveryMs).unref();
    },
    /** Now, whatever the hour. */
    run,
    async close() {
      closing = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
