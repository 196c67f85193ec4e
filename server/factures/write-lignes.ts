import type { LigneDraft } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import { fixedChange, fixedQuery } from "#server/tenancy/fixed-statement";
import type { TenantTx } from "#server/tenancy/tenant";

const insertLignes = fixedChange(`
  INSERT INTO lignes_facture (facture_id, position, kind, designation, description, quantity, unit, unit_price_ht,
    rate, nature, produit_id, ajustements, net_ht)
  SELECT ?, key, value ->> 'kind', value ->> 'designation', value ->> 'description',
    value ->> 'quantity', value ->> 'unit', value ->> 'unitPriceHt', value ->> 'rate', value ->> 'nature',
    value ->> 'produitId', value -> 'ajustements', value ->> 'netHt'
  FROM json_each(?)`);
const countProduits = fixedQuery<{ nb: number }>(
  "SELECT count(*) AS nb FROM produits WHERE id IN (SELECT value FROM json_each(?))",
);

/** Insert the lignes of a brouillon that has none, in one statement whatever their number. */
export async function writeLignes(
  tx: TenantTx,
  factureId: string,
  lignes: readonly LigneDraft[],
  netsHt: readonly Cents[],
): Promise<void> {
  if (lignes.length === 0) return;
  const rows = lignes.map((ligne, position) => ({ ...ligne, netHt: netsHt[position] ?? 0 }));
  await insertLignes(tx, [factureId, JSON.stringify(rows)]);
}

/** @throws Refusal PRODUIT_NOT_FOUND when a ligne names a produit this société does not have */
export async function assertProduitsKnown(
  tx: TenantTx,
  lignes: readonly LigneDraft[],
): Promise<void> {
  const ids = new Set(lignes.flatMap(({ produitId }) => (produitId === null ? [] : [produitId])));
  if (ids.size === 0) return;
  const [known] = await countProduits(tx, [JSON.stringify([...ids])]);
  if ((known?.nb ?? 0) < ids.size) throw new Refusal("PRODUIT_NOT_FOUND");
}
