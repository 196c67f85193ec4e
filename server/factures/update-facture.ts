import { eq } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import type { FactureContent, FactureTotals } from "#server/domain/facture";
import { bus } from "#server/journal/bus";
import type { By } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { computeDraft } from "./compute-draft.ts";
import { contentColumns } from "./facture-content.ts";
import { loadBrouillon } from "./load-facture.ts";
import { loadParties } from "./load-parties.ts";
import { assertVersion } from "./load-sheet.ts";
import { assertProduitsKnown, writeLignes } from "./write-lignes.ts";

type Update = {
  readonly factureId: string;
  /** The one this content was typed on. */
  readonly version: number;
  readonly content: FactureContent;
};

/**
 * Save a brouillon (autosave). Seen live by colleagues, but no fact for the journal: only its beginning and its issue are.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED, VERSION_CONFLICT, CLIENT_NOT_FOUND, PRODUIT_NOT_FOUND,
 *   FACTURE_INVALID
 */
export async function updateFacture(
  tenant: Tenant,
  { factureId, version, content }: Update,
  { actor, now }: By,
): Promise<{ version: number; totals: FactureTotals }> {
  const saved = await tenant.write(async (tx) => {
    assertVersion(await loadBrouillon(tx, factureId), version);
    const parties = await loadParties(tx, content.clientId);
    const { columns, netsHt, totals } = computeDraft(content, parties, now.today);
    await assertProduitsKnown(tx, content.lignes);
    const next = version + 1;
    const author = { updatedAt: now.at, updatedBy: actor.userId, updatedByNom: actor.userName };
    await tx
      .update(factures)
      .set({ ...contentColumns(content), ...columns, ...author, version: next })
      .where(eq(factures.id, factureId));
    await tx.delete(lignesFacture).where(eq(lignesFacture.factureId, factureId));
    await writeLignes(tx, factureId, content.lignes, netsHt);
    return { version: next, totals };
  });
  bus.publish(tenant.societeId, [{ id: 0, kind: "facture.updated", entityId: factureId }]);
  return saved;
}
