import { and, eq, gte, lt } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { todayInParis } from "#server/domain/calendar";
import type { Moment } from "#server/domain/calendar-day";
import { assertWithinQuota, entitlementOf, type Terms } from "#server/domain/quota";
import type { Window } from "#server/domain/quota-window";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

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
  assertWithinQuota(entitlement, issued);
}

/** The factures issued in the window: counted, never kept in a counter. */
export function countIssued(db: TenantDb | TenantTx, { from, until }: Window): Promise<number> {
  const inWindow = and(gte(factures.issuedAt, from), lt(factures.issuedAt, until));
  const onIndex = and(
    eq(factures.status, "emise"),
    gte(factures.listedOn, todayInParis(from)),
    eq(factures.type, "facture"),
  );
  return db.$count(factures, and(onIndex, inWindow));
}
