import { isCalendarDay } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import { divideRounded, parseDecimal } from "#server/domain/decimal";

/** What a former database may hold beyond what we keep: read exactly, then rounded and said. */
const mostDecimals = 9;

export type ReadNumber = { readonly value: number; readonly isRounded: boolean };

/** Text of a cell, without control characters; "" for nothing. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ""
    : String(value)
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n\t]/gu, "")
        .trim();

/** On one line. */
export const lineOf = (value: unknown): string => textOf(value).replace(/\s+/g, " ");

/**
 * A number × 10^decimals: « 1 234,56 », `1234.56`, a float whose last bits are noise.
 *
 * @returns null for nothing and for what is no number
 */
export function numberOf(value: unknown, decimals: number): ReadNumber | null {
  const text = typeof value === "number" ? plainNumber(value) : lineOf(value).replace(/[€%]$/, "");
  if (text === "") return null;
  const exact = parseDecimal(text, mostDecimals);
  if (exact === null) return null;
  const factor = 10n ** BigInt(mostDecimals - decimals);
  const scaled = Number(divideRounded(exact, factor));
  if (!Number.isSafeInteger(scaled)) return null;
  return { value: scaled + 0, isRounded: exact % factor !== 0n && !isNoise(exact, factor) };
}

/** `0.1 + 0.2`: what a sum of floats leaves beyond the decimals that were meant. */
function isNoise(exact: bigint, factor: bigint): boolean {
  const rest = exact % factor;
  const away = rest < 0n ? -rest : rest;
  const distance = away * 2n > factor ? factor - away : away;
  return distance * 1_000n <= factor;
}

const plainNumber = (value: number) =>
  Number.isFinite(value) ? value.toFixed(mostDecimals).replace(/\.?0+$/, "") : "";

/**
 * A calendar day: `2024-03-09`, with or without an hour (kept as it was written: no time zone moves it), `09/03/2024`.
 *
 * @returns null for nothing, for what is no day, and for what could be two
 */
export function dayOf(value: unknown): CalendarDay | null {
  const text = value instanceof Date ? "" : lineOf(value);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T].*)?$/.exec(text)?.[1];
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = french
    ? `${french[3]}-${french[2]?.padStart(2, "0")}-${french[1]?.padStart(2, "0")}`
    : iso;
  return day !== undefined && isCalendarDay(day) ? day : null;
}

const yes = new Set(["1", "true", "t", "oui", "yes", "o", "y", "vrai"]);

export const isYes = (value: unknown): boolean => yes.has(lineOf(value).toLowerCase());
