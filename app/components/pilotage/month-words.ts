import { formatLongDay } from "#server/domain/calendar";
import { formatDecimal } from "#server/domain/decimal";

/** "2026-11" → « novembre 2026 ». */
export const monthYear = (mois: string): string =>
  formatLongDay(`${mois}-02`)
    .replace(/^\S+\s/, "")
    .replace(/^\d+\s/, "");

/** "2026-11" → « novembre ». */
export const monthName = (mois: string): string => monthYear(mois).replace(/\s\d{4}$/, "");

const short = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");

/** "2026-11" → « nov. », for axes. */
export const shortMonth = (mois: string): string => short[Number(mois.slice(5)) - 1] ?? "";

/** « d’octobre », « de novembre ». */
export const ofMonth = (mois: string): string => {
  const name = monthName(mois);
  return /^[aeiouyéèê]/i.test(name) ? `d’${name}` : `de ${name}`;
};

/** Cents → thousands of euros with one decimal: « 29,9 ». */
export const thousands = (cents: number): string => formatDecimal(Math.round(cents / 10_000), 1, 1);

/**
 * How much more than before, in tenths of a percent: « + 37,1 % ». Null when there was nothing to compare with.
 */
export function growthOf(now: number, before: number): { text: string; isUp: boolean } | null {
  if (before <= 0) return null;
  const tenths = Math.round(((now - before) * 1_000) / before);
  const sign = tenths < 0 ? "\u2212\u00a0" : "+\u00a0";
  return { text: `${sign}${formatDecimal(Math.abs(tenths), 1)}\u00a0%`, isUp: tenths >= 0 };
}
