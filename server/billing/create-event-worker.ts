import { createLoop } from "#server/create-loop";
import type { BillingDoors } from "./billing-doors.ts";
import { nextDueAt } from "./ledger.ts";
import { processEvents } from "./process-events.ts";

/** Processes the ledger in the background, from what a killed process left to what just came. */
export const createEventWorker = (doors: BillingDoors) =>
  createLoop({
    name: "Stripe events",
    shortestNap: 100,
    longestNap: 15_000,
    round: async (isStopping) => (await processEvents(doors, isStopping)) > 0,
    untilNext: async () => {
      const next = await nextDueAt(doors.control);
      return next === null ? null : next - doors.clock().at;
    },
  });
