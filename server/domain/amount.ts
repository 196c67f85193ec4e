import { formatDecimal, parseDecimal } from "./decimal.ts";
import type { Langue } from "./langue.ts";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "./money.ts";

function parseScaled(text: string, decimals: number, suffix: RegExp): number | null {
  const value = parseDecimal(text.trim().replace(suffix, ""), decimals);
  if (value === null) return null;
  const exact = Number(value);
  return Number.isSafeInteger(exact) ? exact + 0 : null;
}

/** The euro's sign where French or English put it. */
const euro = /^€|(?:€|eur)$/i;

/** « 1 234,56 € » → 123456. Null when it is no amount, has a fraction of a cent, or cannot be held exactly. */
export const parseAmount = (text: string): Cents | null => parseScaled(text, 2, euro);

/** « 1,375 » → 13750 (ten-thousandths). Null beyond 4 decimals. */
export const parseQuantity = (text: string): Quantity | null => parseScaled(text, 4, /$^/);

/** « 0,014567 € » → 14567 (millionths of a euro). Null beyond 6 decimals. */
export const parseUnitPrice = (text: string): UnitPrice | null => parseScaled(text, 6, euro);

/** « 5,5 % » → 550 (basis points). Null beyond 2 decimals. */
export const parseRate = (text: string): BasisPoints | null => parseScaled(text, 2, /%$/);

/** 123456 → « 1 234,56 € », in English « €1,234.56 ». */
export const formatEuros = (cents: Cents, langue: Langue = "fr"): string =>
  withEuro(formatDecimal(cents, 2, 2, langue), langue);

/** « 12,50 » → « 12,50 € », « €12.50 ». */
export function withEuro(amount: string, langue: Langue): string {
  return langue === "fr" ? `${amount}\u00a0€` : amount.replace(/^\u2212?/, "$&€");
}

/** 123456 → « 1 234,56 », for columns that carry the unit in their heading and for input fields. */
export const formatAmount = (cents: Cents, langue: Langue = "fr"): string =>
  formatDecimal(cents, 2, 2, langue);

/** 13750 → « 1,375 »; needless zeros are not printed. */
export const formatQuantity = (quantity: Quantity, langue: Langue = "fr"): string =>
  formatDecimal(quantity, 4, 0, langue);

/** 12500000 → « 12,50 € », 14567 → « 0,014567 € »: at least 2 decimals, all those that matter. */
export const formatUnitPrice = (price: UnitPrice, langue: Langue = "fr"): string =>
  withEuro(formatDecimal(price, 6, 2, langue), langue);

/** 550 → « 5,5 % », in English « 5.5% ». */
export const formatRate = (rate: BasisPoints, langue: Langue = "fr"): string =>
  `${formatDecimal(rate, 2, 0, langue)}${langue === "fr" ? "\u00a0" : ""}%`;
