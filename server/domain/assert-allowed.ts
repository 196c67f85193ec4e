import { nextPlanFor, nextPlanWith } from "./next-plan.ts";
import {
  type Entitlement,
  entitlementOf,
  type Feature,
  type PlanTerms,
  type Terms,
} from "./quota.ts";
import { Refusal } from "./refusal.ts";

const MEGABYTE = 1_000_000;

type Now = { readonly at: number };

/**
 * Call inside the transaction that draws the number. `issued` counts the factures of the window; brouillons and avoirs
 * are free, and an avoir gives nothing back. Storage never stops an issue: a facture is owed to its client.
 *
 * @throws Refusal SOCIETE_CLOSING, SOCIETE_SUSPENDED, SUBSCRIPTION_READ_ONLY, QUOTA_REACHED
 */
export function assertWithinQuota(terms: Terms, entitlement: Entitlement, issued: number): void {
  const { access, accessSince, limits, window, plan } = entitlement;
  if (terms.closing) throw new Refusal("SOCIETE_CLOSING");
  if (terms.suspension) throw new Refusal("SOCIETE_SUSPENDED", { motif: terms.suspension.motif });
  if (access === "read_only")
    throw new Refusal("SUBSCRIPTION_READ_ONLY", { ...namesOf(plan), since: accessSince ?? 0 });
  const limit = limits.factures;
  if (limit === null || issued < limit) return;
  const next = nextPlanFor(terms.ladder, "factures", limit);
  throw new Refusal("QUOTA_REACHED", {
    limit,
    until: window.until,
    ...namesOf(plan, next),
    ...(next?.limits.factures && { nextLimit: next.limits.factures }),
  });
}

/**
 * Call inside the transaction that adds a member. `seated` counts those who already have a seat; a comptable takes none.
 *
 * @throws Refusal SEATS_REACHED
 */
export function assertSeatFree(terms: Terms, seated: number, now: Now): void {
  const { limits, plan } = entitlementOf(terms, now);
  const limit = limits.utilisateurs;
  if (limit === null || seated < limit) return;
  const next = nextPlanFor(terms.ladder, "utilisateurs", limit);
  throw new Refusal("SEATS_REACHED", { limit, ...namesOf(plan, next) });
}

/**
 * @param bytes what would be kept, this addition included
 * @throws Refusal STORAGE_REACHED
 */
export function assertStorage(terms: Terms, bytes: number, now: Now): void {
  const { limits, plan } = entitlementOf(terms, now);
  const limit = limits.stockage;
  if (limit === null || bytes <= limit * MEGABYTE) return;
  const next = nextPlanFor(terms.ladder, "stockage", limit);
  throw new Refusal("STORAGE_REACHED", { limit, ...namesOf(plan, next) });
}

/** @throws Refusal FEATURE_NOT_IN_PLAN */
export function assertFeature(terms: Terms, feature: Feature, now: Now): void {
  const { features, plan } = entitlementOf(terms, now);
  if (features.includes(feature)) return;
  const next = nextPlanWith(terms.ladder, feature);
  throw new Refusal("FEATURE_NOT_IN_PLAN", { feature, ...namesOf(plan, next) });
}

/** Which plan says no, and the smallest that would say yes. */
const namesOf = (plan: PlanTerms, next: PlanTerms | null = null) => ({
  plan: plan.nom,
  planCode: plan.code,
  ...(next && { next: next.nom, nextCode: next.code }),
});
