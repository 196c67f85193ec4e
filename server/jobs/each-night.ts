import type { Clock } from "#server/clock";
import type { CalendarDay } from "#server/domain/calendar-day";
import { log } from "#server/log";

type Task = {
  /** For the log, when it fails. */
  readonly name: string;
  readonly clock: Clock;
  /** Of Europe/Paris, from which it may run. */
  readonly hour: number;
  /** The day it last ran, when that is remembered; otherwise the day of the start counts as done. */
  readonly lastDay?: () => Promise<CalendarDay | null>;
  run(): Promise<unknown>;
};

const lookEveryMs = 15 * 60_000;

/** Runs something once a night. Looked at every quarter of an hour: a machine that slept is late, not a day behind. */
export function eachNight({ name, clock, hour, lastDay, run }: Task) {
  let known: CalendarDay | null = clock().today;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  async function runIfDue(): Promise<void> {
    const { today, at } = clock();
    if (hourInParis(at) < hour) return;
    try {
      if (lastDay) known = await lastDay();
      if (known === today) return;
      known = today;
      await run();
    } catch (err) {
      log.error({ err, task: name }, "nightly task failed");
    }
  }

  function look(): Promise<void> {
    running ??= runIfDue().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    start(): void {
      timer = setInterval(() => void look(), lookEveryMs).unref();
    },
    /** What the timer does. */
    look,
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}

const parisHour = new Intl.DateTimeFormat("en-GB", {
  hour: "numeric",
  hourCycle: "h23",
  timeZone: "Europe/Paris",
});
const hourInParis = (at: number) => Number(parisHour.format(at));
