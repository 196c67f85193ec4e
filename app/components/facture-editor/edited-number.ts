import { parseAmount, parseQuantity, parseRate, parseUnitPrice } from "#server/domain/amount";
import { parseDay } from "#server/domain/calendar";
import type { Ajustement } from "#server/domain/facture";
import { AMOUNT_MAX, QUANTITY_MAX, UNIT_PRICE_MAX } from "#server/domain/field-limits";
import { formatDay, formatEuros, formatQuantity, formatRate, formatUnitPrice } from "../../formats";
import { langue } from "../../i18n/spoken";
import { typedNumber } from "../../i18n/typed-number";

/**
 * What a person typed beside what it is worth. A text that cannot be read keeps the last value that could, so that
 * nothing is guessed and nothing typed is lost.
 */
export type Edited<T> = {
  readonly typed: string;
  readonly value: T;
  readonly isRead: boolean;
};

const read = <T>(typed: string, value: T): Edited<T> => ({ typed, value, isRead: true });

const reread = <T>(before: Edited<T>, typed: string, value: T | null): Edited<T> =>
  value === null ? { ...before, typed, isRead: false } : read(typed, value);

const inLangue = (typed: string) => typedNumber(typed, langue());

/** Cells print without the currency sign: the heading carries it. */
const bare = (text: string) => text.replace(/\u00a0?€/, "");

export const editedQuantity = (value: number) => read(formatQuantity(value), value);
export const editedPrice = (value: number) =>
  read(value === 0 ? "" : bare(formatUnitPrice(value)), value);
export const editedDay = (value: string | null) => read(value ? formatDay(value) : "", value);

/** An empty cell counts for nothing, which the checks then point out. */
export function typeQuantity(before: Edited<number>, typed: string) {
  const value = typed.trim() === "" ? 0 : parseQuantity(inLangue(typed));
  return reread(before, typed, value !== null && Math.abs(value) <= QUANTITY_MAX ? value : null);
}

export const typePrice = (before: Edited<number>, typed: string) => {
  const value = typed.trim() === "" ? 0 : parseUnitPrice(inLangue(typed));
  return reread(before, typed, value !== null && isPrice(value) ? value : null);
};

const isPrice = (value: number) => value >= 0 && value <= UNIT_PRICE_MAX;

/** Why a price is not taken: the sentence must say what to write instead. */
export function priceFault(typed: string): string {
  const value = parseUnitPrice(inLangue(typed));
  if (/^\d{10,}(?:[.,]\d*)?$/.test(typed.replace(/\s/gu, ""))) return "UNIT_PRICE_TOO_LARGE";
  if (value !== null) return value < 0 ? "UNIT_PRICE_NEGATIVE" : "UNIT_PRICE_TOO_LARGE";
  return /^[-\u2212]/.test(typed.trim()) ? "UNIT_PRICE_NEGATIVE" : "UNIT_PRICE_INVALID";
}

export function typeDay(before: Edited<string | null>, typed: string, today: string) {
  if (typed.trim() === "") return read(typed, null);
  return reread(before, typed, parseDay(typed, today));
}

const percentMax = { remise: 10_000, frais: 100_000 } as const;

/** A discount as one text: « 5 % » or « 50 € »; a plain number is a percentage. */
export type EditedRemise = Edited<Pick<Ajustement, "mode" | "valeur"> | null>;

export function editedRemise(remise: Pick<Ajustement, "mode" | "valeur"> | null): EditedRemise {
  if (!remise) return read("", null);
  const { mode, valeur } = remise;
  return read(mode === "pourcent" ? formatRate(valeur) : formatEuros(valeur), remise);
}

/** Charges are mostly amounts: a plain number is euros there. */
export function typeRemise(
  before: EditedRemise,
  typed: string,
  sens: Ajustement["sens"] = "remise",
): EditedRemise {
  if (typed.trim() === "") return read(typed, null);
  const isAmount =
    /^\s*€|(?:€|eur)\s*$/i.test(typed) || (sens === "frais" && !/(?:%|pct)\s*$/i.test(typed));
  const valeur = isAmount ? parseAmount(inLangue(typed)) : parseRate(typed);
  const highest = isAmount ? AMOUNT_MAX : percentMax[sens];
  const isSound = valeur !== null && valeur >= 0 && valeur <= highest;
  const mode = isAmount ? "montant" : "pourcent";
  return reread(before, typed, isSound ? { mode, valeur } : null);
}

/** Leaving a cell writes its value as French invoices do; what could not be read stays as typed. */
export const settled = <T>(cell: Edited<T>, write: (value: T) => Edited<T>): Edited<T> =>
  cell.isRead ? write(cell.value) : cell;
