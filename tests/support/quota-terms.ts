import type { PlanTerms, Terms } from "#server/domain/quota";

/** A plan of so many factures a month; null: no limit. */
export const aPlan = (code: string, factures: number | null): PlanTerms => ({
  code,
  offre: code.split("_")[0] ?? code,
  nom: code,
  limits: { factures, utilisateurs: 3, stockage: 1_000 },
  features: [],
});

/** A société on Gratuit since 1970, without a trial, of so many factures a month. */
export const freeTerms = (factures: number | null): Terms => ({
  version: 1,
  free: aPlan("gratuit", factures),
  freeSince: 0,
  trial: null,
  subscription: null,
  derogations: [],
  ladder: [],
});
