import type { Cases } from "../case.ts";

export const pilotageCases: Cases = {
  "pilotage.tableau": {
    own: () => ({}),
    reaching: async () => ({
      "another month": { mois: "2026-01" },
      "a month to come": { mois: "2099-12" },
    }),
  },
};
