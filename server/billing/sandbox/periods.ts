import type { Interval } from "./objects/catalogue.ts";

export const hour = 3_600;
export const day = 24 * hour;

type Recurring = { readonly interval: Interval; readonly interval_count: number };

/** `anchor` moved by n intervals, in UTC; the 31st becomes the last day of a shorter month. Seconds. */
function step(anchor: number, { interval, interval_count }: Recurring, n: number): number {
  const count = n * interval_count;
  if (interval === "day") return anchor + count * day;
  if (interval === "week") return anchor + count * 7 * day;
  const from = new Date(anchor * 1000);
  const months = interval === "month" ? count : count * 12;
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(from.getUTCDate(), lastDay);
  return anchor + (Date.UTC(year, month, dayOfMonth) - utcDay(from)) / 1000;
}

const utcDay = (date: Date) =>
  Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());

/** The billing period that holds `at`, reckoned from the anchor and not from the period before. */
export function periodAt(anchor: number, recurring: Recurring, at: number) {
  let n = 0;
  while (step(anchor, recurring, n + 1) <= at) n++;
  return { start: step(anchor, recurring, n), end: step(anchor, recurring, n + 1) };
}
