import type { Terms } from "./quota.ts";

/** A société whose terms were never copied is not stopped by it: nothing bounds it until they arrive. */
export const noLimit: Terms = {
  version: 0,
  free: {
    code: "gratuit",
    offre: "gratuit",
    nom: "Gratuit",
    limits: { factures: null, utilisateurs: null, stockage: null },
    features: ["modeles"],
  },
  freeSince: 0,
  trial: null,
  subscription: null,
  derogations: [],
  ladder: [],
};
