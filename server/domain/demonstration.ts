import { noLimit } from "./no-limit.ts";
import type { Terms } from "./quota.ts";

/** What a demonstration may do: everything there is, without a limit, a price or an end. */
export const demonstrationTerms: Terms = {
  ...noLimit,
  version: 1,
  free: {
    ...noLimit.free,
    code: "demonstration",
    offre: "demonstration",
    nom: "Démonstration",
  },
};

/** Nobody came for that long: it goes by itself. */
export const demonstrationRestMs = 60 * 86_400_000;
