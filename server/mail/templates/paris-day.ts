const format = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

/** « 3 décembre 2026 », of an instant in milliseconds UTC. */
export const parisDay = (at: number): string => format.format(at);
