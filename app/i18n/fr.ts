import { problemsFr } from "../problems-fr";
import { refusalsFr } from "../refusals-fr";
import { commun } from "./fr/commun";

/** One namespace a feature; the file of each is owned by the feature's pages. */
export const fr = { commun, problems: problemsFr, refusals: refusalsFr } as const;
