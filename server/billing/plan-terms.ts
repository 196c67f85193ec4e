import type { Plan } from "#db/control/schema/plans";
import type { Limits, PlanTerms } from "#server/domain/quota";

export const limitsOf = (plan: Plan): Limits => ({
  factures: plan.facturesParMois,
  utilisateurs: plan.utilisateurs,
  stockage: plan.stockageMo,
});

/** A plan as copied into what a société may do. */
export const planTerms = (plan: Plan): PlanTerms => ({
  code: plan.code,
  offre: plan.offre,
  nom: plan.nom,
  limits: limitsOf(plan),
  features: plan.features,
});
