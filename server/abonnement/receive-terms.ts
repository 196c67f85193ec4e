import { gt, lt } from "drizzle-orm";
import { entitlements } from "#db/tenant/schema/entitlements";
import type { Terms } from "#server/domain/quota";
import type { TenantTx } from "#server/tenancy/tenant";

/**
 * Keep a copy of what was bought; the highest version is in force. An older one, arrived late, changes nothing.
 *
 * @param at instant of the copy, milliseconds UTC
 */
export async function receiveTerms(tx: TenantTx, terms: Terms, at: number): Promise<void> {
  const { version } = terms;
  if ((await tx.$count(entitlements, gt(entitlements.version, version))) > 0) return;
  await tx.insert(entitlements).values({ version, terms, receivedAt: at }).onConflictDoNothing();
  await tx.delete(entitlements).where(lt(entitlements.version, version));
}
