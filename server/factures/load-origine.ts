import { eq } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import type { FactureRow } from "#db/tenant/schema/factures";
import { soldes } from "#db/tenant/schema/soldes";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import type { Snapshot } from "#server/domain/snapshot";
import type { TenantTx } from "#server/tenancy/tenant";
import { loadFacture } from "./load-facture.ts";

/** An issued facture an avoir may correct: its row, what it said, what avoirs already took off it. */
export type Origine = FactureRow & { readonly snapshot: Snapshot; readonly avoirsTtc: Cents };

/** @throws Refusal FACTURE_NOT_FOUND, FACTURE_NOT_ISSUED */
export async function loadOrigine(tx: TenantTx, factureId: string): Promise<Origine> {
  const facture = await loadFacture(tx, factureId);
  const [issued] = await tx
    .select({ snapshot: emissions.snapshot, avoirsTtc: soldes.avoirsTtc })
    .from(soldes)
    .innerJoin(emissions, eq(emissions.factureId, soldes.factureId))
    .where(eq(soldes.factureId, factureId));
  if (!issued || facture.status !== "emise") throw new Refusal("FACTURE_NOT_ISSUED");
  const snapshot = JSON.parse(issued.snapshot) as Snapshot;
  return { ...facture, snapshot, avoirsTtc: issued.avoirsTtc };
}
