import { formatRate } from "#server/domain/amount";
import { addDays, formatDay } from "#server/domain/calendar";
import type { Mention, Snapshot } from "#server/domain/snapshot";

type Facts = Pick<Snapshot, "emetteur" | "issuedOn">;

const sentences: Readonly<Record<string, (facts: Facts) => string>> = {
  demonstration: () =>
    "Demonstration document: this is not an invoice, nothing is due and nothing was supplied.",
  "nature-biens": () => "Supply of goods",
  "nature-services": () => "Supply of services",
  "nature-mixte": () => "Supply of goods and services",
  debits: () => "Option to pay VAT on invoicing (débits)",
  penalites: ({ emetteur }) =>
    `Late payment gives rise to penalties at the yearly rate of ${formatRate(emetteur.penalitesRate, "en")}, without a reminder being necessary (French Commercial Code, art. L441-10).`,
  indemnite: () =>
    "Fixed charge for recovery costs in case of late payment: €40 (French Commercial Code, art. D441-5).",
  "escompte-aucun": () => "No discount for early payment.",
  escompte: ({ emetteur, issuedOn }) =>
    `Discount of ${formatRate(emetteur.escompteRate, "en")} for payment by ${formatDay(addDays(issuedOn, emetteur.escompteDays))}.`,
  "franchise-293b": () => "VAT not applicable, art. 293 B of the French Tax Code (CGI)",
  "autoliquidation-btp": () => "Reverse charge (art. 283-2 nonies of the CGI)",
  "autoliquidation-nationale": () => "Reverse charge (art. 283 of the CGI)",
  "autoliquidation-ue": () =>
    "Reverse charge (art. 283-2 of the CGI / art. 196 of directive 2006/112/EC)",
  intracommunautaire: () => "VAT exempt, art. 262 ter I of the CGI",
  export: () => "VAT exempt, art. 262 I of the CGI",
  "export-dom": () => "VAT exempt, art. 294 of the CGI",
  "hors-champ-259": () => "VAT not applicable, art. 259-1 of the CGI",
  "non-applicable-294": () => "VAT not applicable, art. 294-1 of the CGI",
  "marge-occasion": () => "Margin scheme – Second-hand goods",
};

/**
 * A sentence of the law in English, printed after the French one and never instead of it: the French wording is the one
 * the law asks for. Null where the sentence says names and numbers alone, or is the société's own.
 */
export const mentionInEnglish = ({ rule }: Mention, facts: Facts): string | null =>
  sentences[rule]?.(facts) ?? null;
