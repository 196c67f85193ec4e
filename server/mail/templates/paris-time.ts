const format = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});

/** « 3 décembre 2026 à 14:05 », of an instant in milliseconds UTC. */
export const parisTime = (at: number): string => format.format(at);
