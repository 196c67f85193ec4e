import type { RouterOutputs } from "../../trpc";

/** One offer as sold, at its two rhythms. */
export type Offre = RouterOutputs["plans"]["list"][number];

export const rythmes = ["mois", "an"] as const;
export type Rythme = (typeof rythmes)[number];

/** The rhythm an address asks for; by the month otherwise. */
export const rythmeOf = (asked: string | null): Rythme => (asked === "an" ? "an" : "mois");

/** Cents; zero for what costs nothing. */
export const priceOf = (offre: Offre, rythme: Rythme): number => offre[rythme]?.priceHt ?? 0;
