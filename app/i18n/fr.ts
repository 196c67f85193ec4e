import { problemsFr } from "../problems-fr";
import { refusalsFr } from "../refusals-fr";
import { acces } from "./fr/acces";
import { commun } from "./fr/commun";

/** One namespace a feature; the file of each is owned by the feature's pages. */
export const fr = { acces, commun, problems: problemsFr, refusals: refusalsFr } as const;
