import { desc } from "drizzle-orm";
import { entitlements } from "#db/tenant/schema/entitlements";
import { noLimit } from "#server/domain/no-limit";
import type { Terms } from "#server/domain/quota";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

/** What the société bought, as its own database last received it. */
export async function loadTerms(db: TenantDb | TenantTx): Promise<Terms> {
  const [row] = await db
    .select({ terms: entitlements.terms })
    .from(entitlements)
    .orderBy(desc(entitlements.version))
    .limit(1);
  return row?.terms ?? noLimit;
}
