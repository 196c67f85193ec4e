import { formatDecimal, formatLongDay, formatRate } from "../../formats";
import { langue } from "../../i18n/spoken";

/** "2026-11" → « novembre 2026 ». */
export const monthYear = (mois: string): string =>
  formatLongDay(`${mois}-02`)
    .replace(/^\S+\s/, "")
    .replace(/^\d+\s/, "");

/** "2026-11" → « novembre ». */
export const monthName = (mois: string): string => monthYear(mois).replace(/\s\d{4}$/, "");

const short = {
  fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

/** "2026-11" → « nov. », for axes. */
export const shortMonth = (mois: string): string =>
  short[langue()][Number(mois.slice(5)) - 1] ?? "";

/** « d’octobre », « de novembre ». */
export const ofMonth = (mois: string): string => {
  const name = monthName(mois);
  if (langue() === "en") return `of ${name}`;
  return /^[aeiouyéèê]/i.test(name) ? `d’${name}` : `de ${name}`;
};

/** Cents → thousands of euros with one decimal: « 29,9 ». */
export const thousands = (cents: number): string => formatDecimal(Math.round(cents / 10_000), 1, 1);

/** Tenths of a percent: « 37,1 % ». */
export const percent = (tenths: number): string => formatRate(tenths * 10);

/**
 * How much more than before, in tenths of a percent: « + 37,1 % ». Null when there was nothing to compare with.
 */
export function growthOf(now: number, before: number): { text: string; isUp: boolean } | null {
  if (before <= 0) return null;
  const tenths = Math.round(((now - before) * 1_000) / before);
  const space = langue() === "fr" ? "\u00a0" : "";
  const sign = `${tenths < 0 ? "\u2212" : "+"}${space}`;
  return { text: `${sign}${percent(Math.abs(tenths))}`, isUp: tenths >= 0 };
}
