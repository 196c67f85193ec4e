import { commun } from "./fr/commun";

/** One namespace a feature; the file of each is owned by the feature's pages. */
export const fr = { commun } as const;
