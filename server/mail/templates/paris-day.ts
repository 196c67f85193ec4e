import type { Langue } from "#server/domain/langue";

const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Paris" });

const formats: Readonly<Record<Langue, Intl.DateTimeFormat>> = {
  fr: format("fr-FR"),
  en: format("en-GB"),
};

/** « 3 décembre 2026 », of an instant in milliseconds UTC. */
export const parisDay = (at: number, langue: Langue = "fr"): string => formats[langue].format(at);
