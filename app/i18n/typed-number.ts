import type { Langue } from "#server/domain/langue";

/** Thousands as English groups them, and nothing after: « 1,234 », « €12,000 ». */
const grouped = /^\D*\d{1,3}(?:,\d{3})+\D*$/;

/** A number as typed by who reads English, for parsers that know the French way; anything else is left as it is. */
export const typedNumber = (text: string, langue: Langue): string =>
  langue === "en" && grouped.test(text) ? text.replaceAll(",", "") : text;
