import { eq } from "drizzle-orm";
import { type Reglement, reglements } from "#db/tenant/schema/reglements";
import type { Cents } from "#server/domain/money";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { resteOf } from "./record-reglement.ts";

type Reverse = { readonly reglementId: string; readonly motif: string };

/**
 * Undo a règlement by its exact opposite: nothing is edited, nothing deleted (BOI-TVA-DECLA-30-10-30, §90).
 *
 * @throws Refusal REGLEMENT_NOT_FOUND, REGLEMENT_ALREADY_REVERSED (a reversal itself cannot be reversed either)
 */
export function reverseReglement(
  tenant: Tenant,
  { reglementId, motif }: Reverse,
  by: By,
): Promise<{ reglementId: string; resteTtc: Cents }> {
  return recorded(tenant, by, async (tx, log) => {
    const original = await loadReversible(tx, reglementId);
    const { factureId, method } = original;
    const reversal = {
      id: newId(),
      factureId,
      amountTtc: -original.amountTtc,
      method,
      receivedOn: by.now.today,
      reversesId: reglementId,
      motif: motif.trim(),
      recordedAt: by.now.at,
      recordedBy: by.actor.userId,
      recordedByNom: by.actor.userName,
    };
    await tx.insert(reglements).values(reversal);
    const { id, amountTtc, reversesId } = reversal;
    const payload = { reglementId: id, amountTtc, method, reversesId, motif };
    await log({ kind: "reglement.reversed", entityId: factureId, payload });
    return { reglementId: id, resteTtc: await resteOf(tx, factureId) };
  });
}

async function loadReversible(tx: TenantTx, reglementId: string): Promise<Reglement> {
  const [original] = await tx.select().from(reglements).where(eq(reglements.id, reglementId));
  if (!original) throw new Refusal("REGLEMENT_NOT_FOUND");
  const reversals = await tx.$count(reglements, eq(reglements.reversesId, reglementId));
  if (reversals > 0 || original.reversesId !== null)
    throw new Refusal("REGLEMENT_ALREADY_REVERSED");
  return original;
}
