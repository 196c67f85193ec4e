import { inArray, sql } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import type { LigneDraft } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import type { TenantTx } from "#server/tenancy/tenant";

/** Insert the lignes of a brouillon that has none, in one statement whatever their number. */
export async function writeLignes(
  tx: TenantTx,
  factureId: string,
  lignes: readonly LigneDraft[],
  netsHt: readonly Cents[],
): Promise<void> {
  if (lignes.length === 0) return;
  const rows = lignes.map((ligne, position) => ({ ...ligne, netHt: netsHt[position] ?? 0 }));
  await tx.run(sql`
    INSERT INTO lignes_facture (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht,
      rate, nature, produit_id, ajustements, net_ht)
    SELECT ${factureId}, key, value ->> 'kind', value ->> 'designation', value ->> 'description',
      value ->> 'quantity', value ->> 'unit', value ->> 'unitPriceHt', value ->> 'rate', value ->> 'nature',
      value ->> 'produitId', value -> 'ajustements', value ->> 'netHt'
    FROM json_each(${JSON.stringify(rows)})`);
}

/** @throws Refusal PRODUIT_NOT_FOUND when a ligne names a produit this société does not have */
export async function assertProduitsKnown(
  tx: TenantTx,
  lignes: readonly LigneDraft[],
): Promise<void> {
  const ids = new Set(lignes.flatMap(({ produitId }) => (produitId === null ? [] : [produitId])));
  if (ids.size === 0) return;
  const known = await tx.$count(produits, inArray(produits.id, [...ids]));
  if (known < ids.size) throw new Refusal("PRODUIT_NOT_FOUND");
}
