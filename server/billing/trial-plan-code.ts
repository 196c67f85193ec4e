import type { Plan } from "#db/control/schema/plans";
import { Refusal } from "#server/domain/refusal";
import { trialOffre } from "./first-plans.ts";

/** What a new société tries: the last version of its offer by the month. @throws Refusal PLAN_NOT_FOUND */
export function trialPlanCode({ plans }: { readonly plans: readonly Plan[] }): string {
  const tried = plans.filter(({ offre, interval }) => offre === trialOffre && interval === "mois");
  const last = tried.sort((a, b) => b.version - a.version)[0];
  if (!last) throw new Refusal("PLAN_NOT_FOUND", { planCode: trialOffre });
  return last.code;
}
