import type { Problem } from "./refusal.ts";

/** Every reason the domain gives for refusing a value. The page has one French sentence for each. */
export const problemCodes = [
  "AJUSTEMENT_INVALID",
  "AMOUNT_EXCEEDS",
  "AMOUNT_MISMATCH",
  "AMOUNT_TOO_LARGE",
  "BIC_INVALID",
  "CHARACTER_UNPRINTABLE",
  "CONTROL_CHARACTERS",
  "COUNTRY_INVALID",
  "DAY_INVALID",
  "DUE_BEFORE_ISSUE",
  "ECHEANCE_INVALID",
  "ELECTRONIC_ADDRESS_REQUIRED",
  "EMAIL_INVALID",
  "EXEMPTION_ARTICLE_REQUIRED",
  "IBAN_INVALID",
  "LIGNES_EMPTY",
  "LIGNES_TOO_MANY",
  "NUMBER_INVALID",
  "OPERATION_NEEDS_PROFESSIONNEL",
  "OPERATION_UNUSED",
  "QUANTITY_EXCEEDS",
  "QUANTITY_INVALID",
  "QUANTITY_ZERO",
  "RATE_NOT_ALLOWED",
  "REQUIRED",
  "RULE_BROKEN",
  "SIREN_INVALID",
  "SIRET_INVALID",
  "SIRET_NOT_OF_SIREN",
  "TOO_BIG_STRING",
  "TOTAL_NOT_POSITIVE",
  "TVA_MIXED_WITH_O",
  "TVA_NUMBER_INVALID",
  "TVA_NUMBER_REQUIRED",
  "TVA_TWO_REASONS",
  "UNIT_INVALID",
  "UNIT_PRICE_INVALID",
  "ZIP_INVALID",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** A problem with one of the domain's own codes. */
export const problem = (
  field: string,
  code: ProblemCode,
  details?: Readonly<Record<string, string | number>>,
): Problem => (details ? { field, code, details } : { field, code });
