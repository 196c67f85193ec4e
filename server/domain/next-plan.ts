import type { Feature, Limite, PlanTerms } from "./quota.ts";

type Ladder = readonly PlanTerms[];

/** The smallest plan on sale that allows more than `limit`; null when there is none. */
export const nextPlanFor = (ladder: Ladder, limite: Limite, limit: number): PlanTerms | null =>
  ladder.find(({ limits }) => {
    const allowed = limits[limite];
    return allowed === null || allowed > limit;
  }) ?? null;

/** The smallest plan on sale that has the feature; null when there is none. */
export const nextPlanWith = (ladder: Ladder, feature: Feature): PlanTerms | null =>
  ladder.find(({ features }) => features.includes(feature)) ?? null;
