import { formatDay } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { Cents } from "./money.ts";

/** Without it Excel takes UTF-8 for the machine's own encoding. */
export const byteOrderMark = "\uFEFF";

/** A cell that begins so is run as a formula by a spreadsheet (ASVS 1.2.10): full-width signs and NUL as well. */
const formula = /^[=+\-@\t\r\n\0\uFF0B\uFF0D\uFF1D\uFF20]/;

/** Text somebody typed: kept from being run as a formula by an apostrophe, then quoted where RFC 4180 asks for it. */
export const csvText = (text: string): string => quoted(formula.test(text) ? `'${text}` : text);

const quoted = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A number a French spreadsheet adds up: « -1234,56 », no thousands separator. */
export function csvAmount(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** « 02/03/2026 », empty without a day. */
export const csvDay = (day: CalendarDay | null): string => (day === null ? "" : formatDay(day));

/** Cells already written by the functions above; semicolons, since the comma is the French decimal mark. */
export const csvRow = (cells: readonly string[]): string => `${cells.join(";")}\r\n`;
