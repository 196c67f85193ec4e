import { eq } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { Refusal } from "#server/domain/refusal";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";
import { type ProduitView, produitView } from "./produit-view.ts";

/** @throws Refusal PRODUIT_NOT_FOUND */
export async function loadProduit(
  db: TenantDb | TenantTx,
  produitId: string,
): Promise<ProduitView> {
  const [row] = await db.select().from(produits).where(eq(produits.id, produitId)).limit(1);
  if (!row) throw new Refusal("PRODUIT_NOT_FOUND");
  return produitView(row);
}
