import { and, eq, gte, lt } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { todayInParis } from "#server/domain/calendar";
import { type Allowance, assertWithinQuota } from "#server/domain/quota";
import type { TenantTx } from "#server/tenancy/tenant";

/**
 * The subscription allows one more facture, judged on what is issued in its window, in the issuing transaction.
 *
 * @throws Refusal QUOTA_REACHED, SUBSCRIPTION_READ_ONLY
 */
export async function assertQuota(tx: TenantTx, allowance: Allowance | null): Promise<void> {
  if (!allowance) return;
  assertWithinQuota(allowance, allowance.limit === null ? 0 : await countIssued(tx, allowance));
}

function countIssued(tx: TenantTx, { from, until }: Allowance): Promise<number> {
  const inWindow = and(gte(factures.issuedAt, from), lt(factures.issuedAt, until));
  const onIndex = and(
    eq(factures.status, "emise"),
    gte(factures.listedOn, todayInParis(from)),
    eq(factures.type, "facture"),
  );
  return tx.$count(factures, and(onIndex, inWindow));
}
