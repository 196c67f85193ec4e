import { addDays, endOfMonth } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";

/** A month, "2026-11". */
export type Month = string;

export type Stretch = { readonly from: CalendarDay; readonly until: CalendarDay };

export type TableauPeriod = {
  readonly mois: Month;
  /** The month is not over: it is compared with last year's up to the same day. */
  readonly isRunning: boolean;
  readonly month: Stretch;
  readonly monthBefore: Stretch;
  /** From 1 January to the end of `month`. */
  readonly year: Stretch;
  readonly yearBefore: Stretch;
};

export const monthOf = (day: CalendarDay): Month => day.slice(0, 7);

/** `count` months ending with `mois`, oldest first. */
export function monthsUntil(mois: Month, count: number): readonly Month[] {
  const last = Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const at = last - count + 1 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

/**
 * What a dashboard of `mois` compares. A running month stops today, last year's at the same day (28 February for a
 * 29th); a month to come is read as the current one.
 */
export function tableauPeriod(mois: Month, today: CalendarDay): TableauPeriod {
  const current = monthOf(today);
  const shown = mois > current ? current : mois;
  const isRunning = shown === current;
  const until = isRunning ? today : endOfMonth(`${shown}-01`);
  const untilBefore = isRunning ? yearBefore(today) : endOfMonth(`${yearBefore(`${shown}-01`)}`);
  return {
    mois: shown,
    isRunning,
    month: { from: `${shown}-01`, until },
    monthBefore: { from: yearBefore(`${shown}-01`), until: untilBefore },
    year: { from: `${shown.slice(0, 4)}-01-01`, until },
    yearBefore: { from: `${untilBefore.slice(0, 4)}-01-01`, until: untilBefore },
  };
}

function yearBefore(day: CalendarDay): CalendarDay {
  const month = `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}`;
  const same = `${month}${day.slice(7)}`;
  const last = endOfMonth(`${month}-01`);
  return same > last ? last : same;
}

/** What is left to pay, by how long it has been late: bounds of the échéance, both included; null: none. */
export type Tranche = {
  readonly name: "non_echu" | "1_30" | "31_60" | "61_90" | "plus_90";
  readonly dueFrom: CalendarDay | null;
  readonly dueUntil: CalendarDay | null;
};

export function tranchesOn(today: CalendarDay): readonly Tranche[] {
  const late = (days: number) => addDays(today, -days);
  return [
    { name: "non_echu", dueFrom: today, dueUntil: null },
    { name: "1_30", dueFrom: late(30), dueUntil: late(1) },
    { name: "31_60", dueFrom: late(60), dueUntil: late(31) },
    { name: "61_90", dueFrom: late(90), dueUntil: late(61) },
    { name: "plus_90", dueFrom: null, dueUntil: late(91) },
  ];
}
