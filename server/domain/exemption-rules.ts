import type { CalendarDay } from "./calendar-day.ts";
import { type LegalTextId, legalTextOn } from "./legal-texts.ts";
import type { Exemption } from "./snapshot.ts";

/** Why a ligne bears no TVA. The name is also the one of its wording and of its mention. */
const rules = {
  "franchise-293b": { category: "E", vatex: "VATEX-FR-FRANCHISE" },
  "autoliquidation-btp": { category: "AE", vatex: "VATEX-FR-AE" },
  "autoliquidation-nationale": { category: "AE", vatex: "VATEX-FR-AE" },
  "autoliquidation-ue": { category: "AE", vatex: "VATEX-EU-AE" },
  intracommunautaire: { category: "K", vatex: "VATEX-EU-IC" },
  export: { category: "G", vatex: "VATEX-EU-G" },
  "export-dom": { category: "G", vatex: "VATEX-EU-G" },
  "hors-champ-259": { category: "O", vatex: "VATEX-EU-O" },
  /** No VATEX code names art. 294-1: the words alone carry the reason (BR-E-10 asks for one of the two). */
  "non-applicable-294": { category: "E", vatex: "" },
  "exoneree-261": { category: "E", vatex: "" },
  "marge-occasion": { category: "E", vatex: "VATEX-EU-F" },
} as const satisfies Partial<Record<LegalTextId, Pick<Exemption, "category" | "vatex">>>;

export type ExemptionRule = keyof typeof rules;

/** An exemption that remembers the rule behind it. */
export type RuledExemption = Exemption & {
  readonly rule: ExemptionRule;
  readonly legalRef: string;
};

/** VATEX-FR codes of the exempting articles, without their prefix (EN 16931 code list 1.3.16). */
const CGI_CODES = new Set(
  (
    "261-1 261-2 261-3 261-4 261-5 261-7 261-8 261A 261B 261C-1 261C-2 261C-3 261D-1 261D-1BIS 261D-2 " +
    "261D-3 261D-4 261E-1 261E-2 275 277A 295"
  ).split(" "),
);

/** « 261-4-4° a » → VATEX-FR-CGI261-4, « 261 D 1° bis » → VATEX-FR-CGI261D-1BIS; empty when the list has no code. */
export function vatexOfArticle(article: string): string {
  const parts = /^(\d{3})\s*([A-Z]?)(?:[\s.-]*(\d))?(?:\s*°)?\s*(BIS\b)?/.exec(
    article
      .toUpperCase()
      .replace(/^ART(?:ICLE|\.)?\s*/, "")
      .trim(),
  );
  if (!parts) return "";
  const [, number = "", letter = "", paragraph = "", bis = ""] = parts;
  const base = number + letter;
  const exact = paragraph === "" ? base : `${base}-${paragraph}${bis}`;
  const code = [exact, base].find((candidate) => CGI_CODES.has(candidate));
  return code ? `VATEX-FR-CGI${code}` : "";
}

/** The exemption of a rule, worded as on the day; `article` matters to `exoneree-261` only. */
export function exemptionOf(rule: ExemptionRule, on: CalendarDay, article: string): RuledExemption {
  const { category, vatex } = rules[rule];
  const { text, legalRef } = legalTextOn(rule, on, { article });
  const code = rule === "exoneree-261" ? vatexOfArticle(article) : vatex;
  return { category, reason: text, vatex: code, rule, legalRef };
}
