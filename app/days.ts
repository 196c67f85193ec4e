import { addDays, todayInParis } from "#server/domain/calendar";
import { formatLongDay } from "./formats";

/** Instant (UTC milliseconds) → « 3 décembre 2026 », in Paris. */
export const longDayOf = (at: number): string => formatLongDay(todayInParis(at));

/** « 3 décembre », where the year goes without saying. */
export const shortDayOf = (at: number): string => longDayOf(at).replace(/\s\d{4}$/, "");

/** « du 3 novembre au 2 décembre 2026 »: the day `until` falls in opens the next stretch. */
export function stretchOf({ from, until }: { readonly from: number; readonly until: number }) {
  const last = addDays(todayInParis(until), -1);
  const sameYear = todayInParis(from).slice(0, 4) === last.slice(0, 4);
  return { du: sameYear ? shortDayOf(from) : longDayOf(from), au: formatLongDay(last) };
}

/** The last whole day of what ends at this instant, and begins anew that same day. */
export const lastDayBefore = (at: number): string => formatLongDay(addDays(todayInParis(at), -1));
