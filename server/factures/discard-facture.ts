import { eq } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { loadBrouillon } from "./load-facture.ts";

/**
 * Throw a brouillon away with its lignes. It never had a number: nothing is missing afterwards.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED
 */
export function discardFacture(
  tenant: Tenant,
  factureId: string,
  by: By,
): Promise<{ discarded: true }> {
  return recorded(tenant, by, async (tx, log) => {
    await loadBrouillon(tx, factureId);
    await tx.delete(factures).where(eq(factures.id, factureId));
    await log({ kind: "facture.discarded", entityId: factureId });
    return { discarded: true };
  });
}
