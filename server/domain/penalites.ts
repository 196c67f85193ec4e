import type { CalendarDay } from "./calendar-day.ts";
import type { BasisPoints } from "./money.ts";

type LegalRate = {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  /** Between professionals, fixed by an arrêté each half-year. */
  readonly rate: BasisPoints;
};

/** The legal interest rates, oldest first; each half-year adds a line. */
const legalRates: readonly [LegalRate, ...LegalRate[]] = [
  { from: "2026-01-01", until: "2026-06-30", rate: 262 },
];

export type PenalitesFloor = {
  /** The lowest rate a facture between professionals may state. */
  readonly floor: BasisPoints;
  readonly legal: LegalRate;
};

/** Three times the legal interest rate (C. com. L441-10 II): of the day, else the last one known. */
export function penalitesFloor(today: CalendarDay): PenalitesFloor {
  const legal = legalRates.findLast(({ from }) => from <= today) ?? legalRates[0];
  return { floor: legal.rate * 3, legal };
}
