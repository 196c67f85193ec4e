/** Longest text of each kind of field, in characters. Forms, procedures and the last check before issue share them. */
export const fieldLimits = {
  nom: 120,
  addressLine: 120,
  zip: 10,
  city: 80,
  email: 254,
  phone: 30,
  website: 200,
  formeJuridique: 60,
  rcs: 80,
  assurance: 500,
  footer: 1000,
  subject: 200,
  reference: 60,
  exemptionArticle: 40,
  note: 2000,
  designation: 250,
  description: 2000,
  motif: 120,
} as const;

export type LimitedField = keyof typeof fieldLimits;

/** Lignes of one document, titles and free texts included. */
export const LIGNES_MAX = 1000;

/** Highest amount a document may carry: 999 999 999,99 €, the bound of a SEPA transfer. */
export const AMOUNT_MAX = 99_999_999_999;

/** Bounds of what a person may type: nine digits before the mark. */
export const QUANTITY_MAX = 9_999_999_990_000;
export const UNIT_PRICE_MAX = 999_999_999_000_000;
