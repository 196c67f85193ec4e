/** The most pressing last. `maintenance` cannot be put away. */
export const niveauxAnnonce = ["info", "attention", "maintenance"] as const;
export type NiveauAnnonce = (typeof niveauxAnnonce)[number];

type Stretch = {
  readonly fromAt: number;
  /** Null: until it is taken back. */
  readonly untilAt: number | null;
  readonly endedAt: number | null;
};

/** Where an announcement stands at an instant (ms): before its time, shown, or over. */
export function etatAnnonce(
  { fromAt, untilAt, endedAt }: Stretch,
  at: number,
): "prevue" | "affichee" | "finie" {
  if (endedAt !== null || (untilAt !== null && untilAt <= at)) return "finie";
  return fromAt > at ? "prevue" : "affichee";
}

export const isPutAway = (niveau: NiveauAnnonce): boolean => niveau !== "maintenance";
