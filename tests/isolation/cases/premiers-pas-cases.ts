import type { Cases } from "../case.ts";

export const premiersPasCases: Cases = {
  "premiersPas.get": { own: () => ({}) },
  "premiersPas.setHidden": { own: () => ({ isHidden: true }) },
};
