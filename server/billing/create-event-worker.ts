import { log } from "#server/log";
import type { BillingDoors } from "./billing-doors.ts";
import { nextDueAt } from "./ledger.ts";
import { processEvents } from "./process-events.ts";

/** The longest the worker sleeps, milliseconds: the clock may be advanced under it. */
const longestNap = 15_000;
const shortestNap = 100;

/** Processes the ledger in the background, from what a killed process left to what just came. */
export function createEventWorker(doors: BillingDoors) {
  let state: "idle" | "running" | "stopping" = "idle";
  let round: Promise<void> | null = null;
  let isAskedAgain = false;
  let timer: NodeJS.Timeout | undefined;

  const drain = async () => {
    let more = true;
    while (more && state !== "stopping") {
      isAskedAgain = false;
      const processed = await processEvents(doors, () => state === "stopping");
      more = processed > 0 || isAskedAgain;
    }
  };

  const flush = (): Promise<void> => {
    isAskedAgain = true;
    round ??= drain().finally(() => {
      round = null;
    });
    return round;
  };

  const turn = async () => {
    let nap = longestNap;
    try {
      await flush();
      const next = await nextDueAt(doors.control);
      if (next !== null) nap = Math.max(shortestNap, next - doors.clock().at);
    } catch (err) {
      log.error({ err }, "Stripe events not read");
    }
    if (state === "running") sleep(Math.min(nap, longestNap));
  };

  const sleep = (nap: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void turn(), nap).unref();
  };

  return {
    start() {
      state = "running";
      sleep(0);
    },
    wake() {
      if (state === "running") sleep(0);
    },
    /** Processes all that is due, then resolves. */
    flush,
    async stop() {
      state = "stopping";
      clearTimeout(timer);
      await round?.catch(() => {});
    },
  };
}
