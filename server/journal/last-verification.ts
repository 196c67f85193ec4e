import { verifications } from "#db/tenant/schema/verifications";
import type { Tenant } from "#server/tenancy/tenant";
import type { ChainReport } from "./verify-chain.ts";

/** Keeps what a check of the whole chain found. @param at instant, milliseconds UTC */
export async function keepVerification(
  tenant: Tenant,
  { lines, headHash, fault }: ChainReport,
  at: number,
): Promise<void> {
  const found = { at, lines, headHash, fault: fault?.code ?? null };
  await tenant.write((tx) =>
    tx
      .insert(verifications)
      .values({ id: 1, ...found })
      .onConflictDoUpdate({ target: verifications.id, set: found }),
  );
}

/** What the last nightly check found; null before the first. */
export async function lastVerification(tenant: Tenant) {
  const [found] = await tenant.read((db) =>
    db
      .select({ at: verifications.at, lines: verifications.lines, fault: verifications.fault })
      .from(verifications),
  );
  return found ?? null;
}
