import { produits } from "#db/tenant/schema/produits";
import { newId } from "#server/id";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { type ProduitInput, produitColumns } from "./produit-input.ts";

/** @throws Refusal PRODUIT_INVALID */
export async function createProduit(
  tenant: Tenant,
  input: ProduitInput,
  by: By,
): Promise<{ produitId: string }> {
  const columns = produitColumns(input);
  const produitId = newId();
  const { at } = by.now;
  const { designation } = columns;
  return recorded(tenant, by, async (tx, log) => {
    await tx.insert(produits).values({ id: produitId, ...columns, createdAt: at, updatedAt: at });
    await log({ kind: "produit.created", entityId: produitId, payload: { designation } });
    return { produitId };
  });
}
