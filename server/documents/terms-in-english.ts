import { formatLongDay } from "#server/domain/calendar";
import type { Acquittement, ReglementMethod } from "#server/domain/reglement";

const methods: Readonly<Record<ReglementMethod, string>> = {
  virement: " by bank transfer",
  carte: " by card",
  cheque: " by cheque",
  especes: " in cash",
  prelevement: " by direct debit",
  effet: " by bill of exchange",
  autre: "",
};

export const acquittementInEnglish = ({ paidOn, method }: Acquittement): string =>
  `Paid on ${formatLongDay(paidOn, "en")}${methods[method]}`;

/**
 * The terms of payment as the snapshot writes them in French (`formatEcheance`), to complete « Payment … »; as they are
 * when they are none of ours.
 */
export function termsInEnglish(terms: string): string {
  if (terms === "À réception") return "on receipt";
  const by = /^Au plus tard le (.+)$/.exec(terms)?.[1];
  if (by !== undefined) return `by ${by}`;
  const [known, days, isEndOfMonth] = /^(?:(\d+)\sjours?)?(\s?fin de mois)?$/i.exec(terms) ?? [];
  if (!known) return terms;
  const within = days === undefined ? "" : `within ${days} ${days === "1" ? "day" : "days"}`;
  return [within, isEndOfMonth ? "end of month" : ""].filter(Boolean).join(", ");
}
