import type { Cases } from "../case.ts";

/** Coming into one moves the session: each call is made by somebody who came for that. None of them has one to end. */
export const demonstrationCases: Cases = {
  "demonstration.open": { own: () => undefined, session: "leaver" },
  "demonstration.end": {
    own: () => undefined,
    session: "leaver",
    refusedBecause: "404 DEMONSTRATION_NOT_FOUND",
  },
};
