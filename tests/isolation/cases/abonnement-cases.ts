import type { Cases } from "../case.ts";

export const abonnementCases: Cases = {
  "abonnement.get": { own: () => ({}) },
  "abonnement.usage": { own: () => ({}) },
  "plans.list": { own: () => ({}), session: "none" },
};
