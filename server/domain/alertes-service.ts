const hour = 3_600;

/** Bounds beyond which the operator is told: seconds, and parts of the whole. */
const seuils = {
  /** The nightly backup, and two hours. */
  backupAge: 26 * hour,
  oldestMail: hour / 4,
  oldestEvent: hour / 4,
  diskLow: 0.2,
  diskOut: 0.1,
  lag: 0.2,
} as const;

export type MesureService = {
  /** Seconds; null: never made, or nothing waits. */
  readonly backupAge: number | null;
  readonly oldestMail: number | null;
  readonly oldestEvent: number | null;
  readonly diskRatio: number;
  /** Seconds. */
  readonly lag: number;
  readonly isShedding: boolean;
  readonly unavailable: number;
  readonly migrationsFailed: number;
  readonly copiesFailed: number;
  readonly rehearsalsFailed: number;
  readonly eventsFailed: number;
};

export type AlerteService = {
  readonly code: keyof typeof rules;
  readonly niveau: "attention" | "erreur";
  /** How many are concerned; 1 where it is the service as a whole. */
  readonly nb: number;
};

type Found = Omit<AlerteService, "code"> | null;

const beyond = (value: number | null, bound: number): Found =>
  value !== null && value > bound ? { niveau: "attention", nb: 1 } : null;
const some = (nb: number, niveau: AlerteService["niveau"]): Found =>
  nb > 0 ? { niveau, nb } : null;

/** The most pressing first. */
const rules = {
  indisponibles: ({ unavailable }) => some(unavailable, "erreur"),
  disque: ({ diskRatio }) => {
    if (diskRatio >= seuils.diskLow) return null;
    return { niveau: diskRatio < seuils.diskOut ? "erreur" : "attention", nb: 1 };
  },
  delestage: ({ isShedding }) => (isShedding ? { niveau: "erreur", nb: 1 } : null),
  sauvegarde: ({ backupAge }) =>
    backupAge === null ? { niveau: "attention", nb: 1 } : beyond(backupAge, seuils.backupAge),
  copies: ({ copiesFailed }) => some(copiesFailed, "erreur"),
  restaurations: ({ rehearsalsFailed }) => some(rehearsalsFailed, "erreur"),
  migrations: ({ migrationsFailed }) => some(migrationsFailed, "erreur"),
  evenements: ({ eventsFailed }) => some(eventsFailed, "attention"),
  evenementsAttente: ({ oldestEvent }) => beyond(oldestEvent, seuils.oldestEvent),
  messages: ({ oldestMail }) => beyond(oldestMail, seuils.oldestMail),
  lenteur: ({ lag }) => beyond(lag, seuils.lag),
} as const satisfies Readonly<Record<string, (mesure: MesureService) => Found>>;

/** What asks for the operator's eye in the service itself, the most pressing first. */
export function alertesService(mesure: MesureService): AlerteService[] {
  return (Object.keys(rules) as AlerteService["code"][]).flatMap((code) => {
    const found: Found = rules[code](mesure);
    return found ? [{ code, ...found }] : [];
  });
}
