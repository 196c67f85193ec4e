import { addDays, addMonths, compareDays, startOfDayInParis } from "#server/domain/calendar";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";

/** Nothing is promised for longer. */
const longestMonths = 24;

/**
 * The first instant after the last day something counts, Europe/Paris.
 *
 * @throws Refusal ACTE_INVALID naming the field, for a day that is over or more than two years away
 */
export function endOfDayGiven(last: CalendarDay, { today }: Moment): number {
  const isOver = compareDays(last, today) < 0;
  const isFar = compareDays(last, addMonths(today, longestMonths)) > 0;
  if (isOver || isFar)
    throw new Refusal("ACTE_INVALID", {}, [
      { field: "until", code: isOver ? "DAY_PAST" : "DAY_TOO_FAR" },
    ]);
  return startOfDayInParis(addDays(last, 1));
}
