import { eq } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { Refusal } from "#server/domain/refusal";
import { changesOf } from "#server/journal/changes-of";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { loadProduit } from "./load-produit.ts";
import { type ProduitInput, produitColumns } from "./produit-input.ts";

type Update = {
  readonly produitId: string;
  /** The one this change was made on. */
  readonly version: number;
  readonly produit: ProduitInput;
};

const toldFields = ["designation", "reference", "unit", "unitPriceHt", "rate", "nature"] as const;

/**
 * Change a produit. Lignes already made from it keep their own words and price.
 *
 * @throws Refusal PRODUIT_INVALID, PRODUIT_NOT_FOUND, VERSION_CONFLICT when it changed since it was read
 */
export async function updateProduit(
  tenant: Tenant,
  { produitId, version, produit }: Update,
  by: By,
): Promise<{ version: number }> {
  const columns = produitColumns(produit);
  return recorded(tenant, by, async (tx, log) => {
    const current = await loadProduit(tx, produitId);
    if (current.version !== version)
      throw new Refusal("VERSION_CONFLICT", { version: current.version });
    const next = version + 1;
    await tx
      .update(produits)
      .set({ ...columns, version: next, updatedAt: by.now.at })
      .where(eq(produits.id, produitId));
    const changes = changesOf(current, columns, toldFields);
    const payload = { designation: columns.designation, ...changes };
    await log({ kind: "produit.updated", entityId: produitId, payload });
    return { version: next };
  });
}
