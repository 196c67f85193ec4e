/** How long a visit may last, as the société's administrator chooses, ms. */
export const dureesVisite = {
  demi_heure: 30 * 60_000,
  deux_heures: 2 * 3_600_000,
  un_jour: 24 * 3_600_000,
} as const;

export type DureeVisite = keyof typeof dureesVisite;
export const dureeNames = Object.keys(dureesVisite) as [DureeVisite, ...DureeVisite[]];

/** A request nobody answers is over after that long, ms. */
const patience = 7 * 24 * 3_600_000;

type Facts = {
  readonly askedAt: number;
  readonly answer: "acceptee" | "refusee" | null;
  readonly untilAt: number | null;
  readonly endedAt: number | null;
};

export type EtatVisite = "demandee" | "ouverte" | "refusee" | "finie";

/** Where a visit stands at an instant (ms). Only `ouverte` lets anybody in. */
export function etatVisite({ askedAt, answer, untilAt, endedAt }: Facts, at: number): EtatVisite {
  if (answer === "refusee") return "refusee";
  if (endedAt !== null) return "finie";
  if (answer === null) return at - askedAt < patience ? "demandee" : "finie";
  return untilAt !== null && at < untilAt ? "ouverte" : "finie";
}
