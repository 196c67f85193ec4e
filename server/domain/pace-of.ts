import { todayInParis } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { Window } from "./quota-window.ts";

const DAY_MS = 86_400_000;

type Used = {
  readonly used: number;
  readonly limit: number | null;
  readonly window: Window;
  readonly at: number;
};

export type Pace = {
  /** Factures issued in seven days, at the speed of this window so far. */
  readonly perWeek: number;
  /** When the limit would be met; null when the window ends first. */
  readonly reachedOn: CalendarDay | null;
};

/** « Au rythme actuel… »: a straight line through what is issued. Null when nothing can be said: no limit, nothing issued, less than a day. */
export function paceOf({ used, limit, window, at }: Used): Pace | null {
  const elapsed = at - window.from;
  if (limit === null || used === 0 || used >= limit || elapsed < DAY_MS) return null;
  const reachedAt = at + ((limit - used) * elapsed) / used;
  return {
    perWeek: Math.round((used * 7 * DAY_MS) / elapsed),
    reachedOn: reachedAt < window.until ? todayInParis(reachedAt) : null,
  };
}
