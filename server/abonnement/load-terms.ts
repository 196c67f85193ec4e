import { noLimit } from "#server/domain/no-limit";
import type { Terms } from "#server/domain/quota";
import { fixedQuery } from "#server/tenancy/fixed-statement";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

const lastTerms = fixedQuery<{ terms: string }>(
  "SELECT terms FROM entitlements ORDER BY version DESC LIMIT 1",
);

/** What the société bought, as its own database last received it. */
export async function loadTerms(db: TenantDb | TenantTx): Promise<Terms> {
  const [row] = await lastTerms(db);
  return row ? (JSON.parse(row.terms) as Terms) : noLimit;
}
