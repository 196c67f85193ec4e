import { type ProduitRow, produits } from "#db/tenant/schema/produits";

/** A produit in a list, a suggestion, or as the source of a ligne. */
export const produitSummary = {
  id: produits.id,
  reference: produits.reference,
  designation: produits.designation,
  description: produits.description,
  unit: produits.unit,
  unitPriceHt: produits.unitPriceHt,
  rate: produits.rate,
  nature: produits.nature,
  uses: produits.uses,
  isArchived: produits.isArchived,
} as const;

export function produitView({ seq: _, designationKey: __, search: ___, ...row }: ProduitRow) {
  return row;
}

export type ProduitView = ReturnType<typeof produitView>;
