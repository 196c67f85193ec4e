import { formatLongDay } from "./calendar.ts";
import type { CalendarDay } from "./calendar-day.ts";

/** How money came in (or went back). */
export const reglementMethods = [
  "virement",
  "carte",
  "cheque",
  "especes",
  "prelevement",
  "effet",
  "autre",
] as const;
export type ReglementMethod = (typeof reglementMethods)[number];

/** A facture paid in full before it is issued: « Payée le 3 mars 2026 par carte ». */
export type Acquittement = { readonly paidOn: CalendarDay; readonly method: ReglementMethod };

const methodWords: Readonly<Record<ReglementMethod, string>> = {
  virement: " par virement",
  carte: " par carte",
  cheque: " par chèque",
  especes: " en espèces",
  prelevement: " par prélèvement",
  effet: " par effet de commerce",
  autre: "",
};

/** The payment terms (BT-20) of what is already paid, without full stop. */
export const formatAcquittement = ({ paidOn, method }: Acquittement): string =>
  `Payée le ${formatLongDay(paidOn)}${methodWords[method]}`;
