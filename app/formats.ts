import * as amounts from "#server/domain/amount";
import * as calendar from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import * as decimal from "#server/domain/decimal";
import * as echeances from "#server/domain/echeance";
import type { Echeance } from "#server/domain/facture";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "#server/domain/money";
import { type UnitCode, formatUnit as unitIn, wordsOfUnit } from "#server/domain/units";
import { langue } from "./i18n/spoken";

/*
 * The domain's way of writing numbers, days and units, in the language of the page. What they write can be read back by
 * the domain's parsers, whatever the language: a field may hold it.
 */

export const formatEuros = (cents: Cents) => amounts.formatEuros(cents, langue());
export const formatAmount = (cents: Cents) => amounts.formatAmount(cents, langue());
export const formatUnitPrice = (price: UnitPrice) => amounts.formatUnitPrice(price, langue());
export const formatRate = (rate: BasisPoints) => amounts.formatRate(rate, langue());
export const formatDecimal = (value: number, scale: number, minDecimals = 0) =>
  decimal.formatDecimal(value, scale, minDecimals, langue());
export const formatDay = (day: CalendarDay) => calendar.formatDay(day);
export const formatLongDay = (day: CalendarDay) => calendar.formatLongDay(day, langue());
export const formatEcheance = (echeance: Echeance) => echeances.formatEcheance(echeance, langue());
export const formatUnit = (code: string) => unitIn(code, langue());
export const unitWords = (code: UnitCode) => wordsOfUnit(code, langue());

/** A price without its sign, with it: « 12,50 » → « 12,50 € ». */
export const withEuro = (price: string) => amounts.withEuro(price, langue());

/** Without commas between thousands in English: « 1,234 » alone would be read as a number with three decimals. */
export function formatQuantity(quantity: Quantity): string {
  const written = amounts.formatQuantity(quantity, langue());
  return langue() === "en" ? written.replaceAll(",", "") : written;
}
