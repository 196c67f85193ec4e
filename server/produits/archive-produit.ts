import { eq } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { loadProduit } from "./load-produit.ts";

type Archive = { readonly produitId: string; readonly isArchived: boolean };

/**
 * Take a produit out of lists and suggestions, or bring it back. Doing it twice changes nothing more.
 *
 * @throws Refusal PRODUIT_NOT_FOUND
 */
export function archiveProduit(
  tenant: Tenant,
  { produitId, isArchived }: Archive,
  by: By,
): Promise<{ isArchived: boolean }> {
  return recorded(tenant, by, async (tx, log) => {
    const produit = await loadProduit(tx, produitId);
    if (produit.isArchived === isArchived) return { isArchived };
    await tx
      .update(produits)
      .set({ isArchived, updatedAt: by.now.at })
      .where(eq(produits.id, produitId));
    await log({
      kind: isArchived ? "produit.archived" : "produit.unarchived",
      entityId: produitId,
    });
    return { isArchived };
  });
}
