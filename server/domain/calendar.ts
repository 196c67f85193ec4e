import type { CalendarDay } from "./calendar-day.ts";
import type { Langue } from "./langue.ts";

/** First and last day a document may carry (BR-FR-03). */
const FIRST_DAY: CalendarDay = "2000-01-01";
const LAST_DAY: CalendarDay = "2099-12-31";

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const monthsOf = (names: string): readonly string[] => names.split(" ");
const MONTHS: Readonly<Record<Langue, readonly string[]>> = {
  fr: monthsOf(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  ),
  en: monthsOf(
    "January February March April May June July August September October November December",
  ),
};

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
const two = (value: number) => String(value).padStart(2, "0");
const write = ({ year, month, day }: Civil): CalendarDay =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

function read(day: CalendarDay): Civil {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

/** Days since 1 March 0000 of the Gregorian calendar: no Date, hence no time zone. */
function dayNumber({ year, month, day }: Civil): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * m + 2) / 5) + day - 1;
}

function fromDayNumber(number: number): Civil {
  const era = Math.floor(number / 146_097);
  const ofEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * m + 2) / 5) + 1 };
}

/** A real day of the Gregorian calendar written `YYYY-MM-DD`, of whatever year. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = read(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A real day between 2000 and 2099, the years French e-invoicing accepts (BR-FR-03). */
export const isDocumentDay = (text: string): boolean =>
  isCalendarDay(text) && text >= FIRST_DAY && text <= LAST_DAY;

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  write(fromDayNumber(dayNumber(read(day)) + days));

/** How many days after `from` the day `until` comes; negative when before. */
export const daysBetween = (from: CalendarDay, until: CalendarDay): number =>
  dayNumber(read(until)) - dayNumber(read(from));

export function endOfMonth(day: CalendarDay): CalendarDay {
  const { year, month } = read(day);
  return write({ year, month, day: daysIn(year, month) });
}

/** The same day of the month `months` later, or the month's last when it is shorter: 31 January + 1 is 28 February. */
export function addMonths(on: CalendarDay, months: number): CalendarDay {
  const { year, month, day } = read(on);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return write({ year: toYear, month: toMonth, day: Math.min(day, daysIn(toYear, toMonth)) });
}

/** Negative, zero or positive, as a sort wants it. */
export const compareDays = (a: CalendarDay, b: CalendarDay): number => (a < b ? -1 : a > b ? 1 : 0);

export const yearOf = (day: CalendarDay): number => read(day).year;

const paris = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const HOUR = 3_600_000;

/** The day of the hours asked for: in Paris it begins on the hour of Greenwich, and every request asks for a few of them. */
const dayOfHour = new Map<number, CalendarDay>();
const mostHours = 1_000;

/** The day it is in Paris at an instant (UTC milliseconds), whatever the zone of the machine. */
export function todayInParis(at: number): CalendarDay {
  const hour = Math.floor(at / HOUR);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  const [day, month, year] = paris.format(at).split("/");
  const today = `${year}-${month}-${day}`;
  if (dayOfHour.size >= mostHours) dayOfHour.clear();
  if (at >= 0) dayOfHour.set(hour, today); // before 1911 Paris had minutes of its own
  return today;
}

const EPOCH_DAY = dayNumber({ year: 1970, month: 1, day: 1 });

/** The instant (UTC milliseconds) at which the day begins in Paris: one or two hours before it does in Greenwich. */
export function startOfDayInParis(day: CalendarDay): number {
  const inGreenwich = (dayNumber(read(day)) - EPOCH_DAY) * 24 * HOUR;
  const inSummer = inGreenwich - 2 * HOUR;
  return todayInParis(inSummer) === day ? inSummer : inGreenwich - HOUR;
}

/**
 * Read a day as typed: `12/03/26`, `12/03/2026`, `12.3.2026`, `2026-03-12`; `12/03` takes the year of `today`.
 *
 * @returns null unless it is a real day between 2000 and 2099.
 */
export function parseDay(text: string, today?: CalendarDay): CalendarDay | null {
  const clean = text.trim();
  if (isDocumentDay(clean)) return clean;
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(clean);
  if (!parts) return null;
  const typed = parts[3] ?? today?.slice(0, 4);
  if (!typed) return null;
  const year = Number(typed.length === 2 ? `20${typed}` : typed);
  const day = write({ year, month: Number(parts[2]), day: Number(parts[1]) });
  return isDocumentDay(day) ? day : null;
}

/** « 03/03/2026 », for tables and mentions. */
export const formatDay = (day: CalendarDay): string => day.split("-").reverse().join("/");

/** « 3 mars 2026 » (« 1er mars 2026 »), in English « 3 March 2026 », for sentences. */
export function formatLongDay(on: CalendarDay, langue: Langue = "fr"): string {
  const { year, month, day } = read(on);
  const said = langue === "fr" && day === 1 ? "1er" : day;
  return `${said}\u00a0${MONTHS[langue][month - 1] ?? ""}\u00a0${year}`;
}
