import { countIssued } from "#server/abonnement/count-issued";
import { assertWithinQuota } from "#server/domain/assert-allowed";
import type { Moment } from "#server/domain/calendar-day";
import { entitlementOf, type Terms } from "#server/domain/quota";
import type { TenantTx } from "#server/tenancy/tenant";

/**
 * The subscription allows one more facture, judged on what is issued in its window, in the issuing transaction.
 *
 * @throws Refusal QUOTA_REACHED, SUBSCRIPTION_READ_ONLY
 */
export async function assertQuota(tx: TenantTx, terms: Terms | null, now: Moment): Promise<void> {
  if (!terms) return;
  const entitlement = entitlementOf(terms, now);
  const { limits, window } = entitlement;
  const issued = limits.factures === null ? 0 : await countIssued(tx, window);
  assertWithinQuota(terms, entitlement, issued);
}
