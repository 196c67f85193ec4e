import type { Cases } from "../case.ts";
import { aPayment, aReglement } from "../issue.ts";

export const reglementsCases: Cases = {
  "reglements.record": { own: aPayment },
  "reglements.reverse": {
    own: async (of) => ({ ...(await aReglement(of)), motif: `Rejet ${of.mark}` }),
  },
};
