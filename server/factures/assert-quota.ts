import { and, desc, eq, gte, lt } from "drizzle-orm";
import { entitlements } from "#db/tenant/schema/entitlements";
import { factures } from "#db/tenant/schema/factures";
import { todayInParis } from "#server/domain/calendar";
import { type Allowance, assertWithinQuota } from "#server/domain/quota";
import type { TenantTx } from "#server/tenancy/tenant";

/**
 * The subscription allows one more facture, judged on the copy of the allowance in force and on what is issued in its
 * window, in the issuing transaction. No copy: no limit.
 *
 * @throws Refusal QUOTA_REACHED, SUBSCRIPTION_READ_ONLY
 */
export async function assertQuota(tx: TenantTx): Promise<void> {
  const [row] = await tx.select().from(entitlements).orderBy(desc(entitlements.version)).limit(1);
  if (!row) return;
  const allowance: Allowance = {
    limit: row.quota,
    from: row.fromAt,
    until: row.untilAt,
    version: row.version,
    readOnly: row.isReadOnly,
  };
  assertWithinQuota(allowance, row.quota === null ? 0 : await countIssued(tx, allowance));
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
