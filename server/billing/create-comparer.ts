import { and, desc, isNotNull, isNull } from "drizzle-orm";
import { comparaisons } from "#db/control/schema/comparaisons";
import { todayInParis } from "#server/domain/calendar";
import { eachNight } from "#server/jobs/each-night";
import { log } from "#server/log";
import type { BillingDoors } from "./billing-doors.ts";
import { compareWithStripe, type Progress } from "./compare-with-stripe.ts";

/** Europe/Paris: after the books are checked. */
const hour = 4;

export type Comparer = {
  /** Resolves once everything is compared. One comparison at a time: who asks during one waits for it. */
  run(par: string | null): Promise<number>;
  /** Null when none is under way. */
  progress(): Progress | null;
};

/** Compares with Stripe each night, and whenever somebody asks. */
export function createComparer(doors: BillingDoors) {
  let running: Promise<number> | null = null;
  let progress: Progress | null = null;
  let closing = false;

  const run = (par: string | null): Promise<number> => {
    running ??= compareWithStripe(doors, {
      par,
      isStopping: () => closing,
      onProgress: (reached) => {
        progress = reached;
      },
    }).finally(() => {
      running = null;
      progress = null;
    });
    running.catch((err: unknown) => log.error({ err }, "not compared with Stripe"));
    return running;
  };

  /** The last night it went to its end: a stop in the middle is made up for. */
  async function lastDay() {
    const isWholeNight = and(isNull(comparaisons.par), isNotNull(comparaisons.endedAt));
    const [last] = await doors.control.read((db) =>
      db.select().from(comparaisons).where(isWholeNight).orderBy(desc(comparaisons.id)).limit(1),
    );
    return last ? todayInParis(last.startedAt) : null;
  }

  const night = eachNight({
    ...{ name: "comparison with Stripe", clock: doors.clock, hour, lastDay },
    run: () => run(null),
  });
  return {
    run,
    progress: () => (running ? (progress ?? { done: 0, total: 0 }) : null),
    start: night.start,
    async close(): Promise<void> {
      closing = true;
      await night.close();
      await running?.catch(() => {});
    },
  };
}
