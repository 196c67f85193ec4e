import type { Cases } from "../case.ts";
import { anIssuedFacture } from "../issue.ts";

export const rechercheCases: Cases = {
  "recherche.all": {
    own: ({ mark }) => ({ q: mark }),
    reaching: async ({ b }) => ({
      "B's name": { q: b.mark },
      "B's number": { q: (await anIssuedFacture(b)).number },
      "nothing typed": { q: "" },
    }),
  },
};
