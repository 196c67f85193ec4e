import { and, eq } from "drizzle-orm";
import { corrections } from "#db/tenant/schema/corrections";
import { emissions } from "#db/tenant/schema/emissions";
import { journal } from "#db/tenant/schema/journal";
import { type Credited, groupOf } from "#server/domain/credit";
import type { Quantity } from "#server/domain/money";
import type { Snapshot } from "#server/domain/snapshot";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

/** What a journal line `facture.credited` says of the lignes given back; absent from an avoir of other lignes. */
export type CreditedLignes = readonly { readonly index: number; readonly quantity: Quantity }[];

/** What the avoirs of a facture took off it: quantities from the journal, amounts from what they say themselves. */
export async function loadCredited(
  db: TenantDb | TenantTx,
  factureId: string,
  snapshot: Snapshot,
): Promise<Credited> {
  const avoirs = await db
    .select({ snapshot: emissions.snapshot })
    .from(corrections)
    .innerJoin(emissions, eq(emissions.factureId, corrections.avoirId))
    .where(eq(corrections.origineId, factureId));
  const issued = avoirs.map((row) => JSON.parse(row.snapshot) as Snapshot);
  const basesHt = snapshot.totals.tva.map(() => 0);
  for (const group of issued.flatMap(({ totals }) => totals.tva)) {
    const groupe = groupOf(snapshot, group);
    if (groupe >= 0) basesHt[groupe] = (basesHt[groupe] ?? 0) + group.baseHt;
  }
  const totalTtc = issued.reduce((sum, { totals }) => sum + totals.totalTtc, 0);
  return { quantities: await loadQuantities(db, factureId), basesHt, totalTtc };
}

async function loadQuantities(db: TenantDb | TenantTx, factureId: string) {
  const rows = await db
    .select({ payload: journal.payload })
    .from(journal)
    .where(and(eq(journal.entityId, factureId), eq(journal.kind, "facture.credited")));
  const quantities: Record<number, Quantity> = {};
  for (const { payload } of rows) {
    const { lignes = [] } = JSON.parse(payload) as { lignes?: CreditedLignes };
    for (const { index, quantity } of lignes)
      quantities[index] = (quantities[index] ?? 0) + quantity;
  }
  return quantities;
}
