import { addMonths, startOfDayInParis, todayInParis } from "./calendar.ts";
import type { BillingInterval } from "./quota.ts";

/** The stretch of time a quota is counted over: issued at or after `from` and before `until`, UTC milliseconds. */
export type Window = {
  readonly from: number;
  readonly until: number;
  /** Stripe has not yet announced the period we are in: assumed like the one before, so that nobody waits for it. */
  readonly isProvisional: boolean;
};

/** The month we are in, counted in Paris from the day of `anchorAt`; the 31st is the last day of shorter months. */
export function anchoredMonth(anchorAt: number, at: number): Window {
  const anchor = todayInParis(anchorAt);
  const today = todayInParis(at);
  const months =
    (Number(today.slice(0, 4)) - Number(anchor.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(anchor.slice(5, 7));
  const first = addMonths(anchor, months) <= today ? months : months - 1;
  return {
    from: startOfDayInParis(addMonths(anchor, first)),
    until: startOfDayInParis(addMonths(anchor, first + 1)),
    isProvisional: false,
  };
}

type Billed = {
  readonly interval: BillingInterval;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly anchorAt: number;
};

/** Stripe's own period of a monthly price; anchored months inside a yearly one. */
export function billedWindow({ interval, periodStart, periodEnd, anchorAt }: Billed, at: number) {
  if (interval === "an") return { ...anchoredMonth(anchorAt, at), isProvisional: at >= periodEnd };
  if (at < periodEnd) return { from: periodStart, until: periodEnd, isProvisional: false };
  const length = periodEnd - periodStart;
  const passed = Math.floor((at - periodEnd) / length);
  const from = periodEnd + passed * length;
  return { from, until: from + length, isProvisional: true };
}
