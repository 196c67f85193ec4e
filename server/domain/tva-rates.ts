import type { CalendarDay } from "./calendar-day.ts";
import type { Territoire } from "./emetteur.ts";
import type { BasisPoints } from "./money.ts";

export type DatedRate = {
  readonly rate: BasisPoints;
  readonly validFrom: CalendarDay;
  /** Last day, or null while it holds. */
  readonly validTo: CalendarDay | null;
};

const since = (rate: BasisPoints, validFrom: CalendarDay): DatedRate => ({
  rate,
  validFrom,
  validTo: null,
});

/** CGI 278 to 281 nonies: normal, intermediate, reduced and special rates. */
const METROPOLE = [
  { rate: 1960, validFrom: "2000-04-01", validTo: "2013-12-31" },
  { rate: 700, validFrom: "2012-01-01", validTo: "2013-12-31" },
  since(2000, "2014-01-01"),
  since(1000, "2014-01-01"),
  since(550, "2000-01-01"),
  since(210, "2000-01-01"),
] as const;

/** CGI 296: Guadeloupe, Martinique, Réunion. 1,75 % and 1,05 %: live animals and press (296 ter). */
const ANTILLES_REUNION = [
  since(850, "2000-01-01"),
  since(210, "2000-01-01"),
  since(175, "2000-01-01"),
  since(105, "2000-01-01"),
] as const;

/** Rates of tax of each territory; empty where TVA does not apply. */
export const tvaRates: Readonly<Record<Territoire, readonly DatedRate[]>> = {
  metropole: METROPOLE,
  /** CGI 297: the rates of the mainland, and 13 % (petroleum) and 0,9 %. */
  corse: [...METROPOLE, since(1300, "2000-01-01"), since(90, "2000-01-01")],
  guadeloupe: ANTILLES_REUNION,
  martinique: ANTILLES_REUNION,
  reunion: ANTILLES_REUNION,
  /** CGI 294-1: TVA does not apply for the time being. */
  guyane: [],
  mayotte: [],
};
