import result from "../../fonctionnalites.json";
import type { Words } from "../../i18n/twin";

export type ProvedFeature = {
  readonly feature: keyof Words["fonctionnalites"]["liste"];
  readonly tests: readonly { readonly file: string; readonly sentence: string }[];
};

/** What `npm run features` found proved, and the day it did. Nothing else may be promised. */
export const proved = result as {
  readonly ranOn: string;
  readonly features: readonly ProvedFeature[];
};
