import { defaultEcheance } from "#server/domain/echeance";
import { type By, recorded } from "#server/journal/recorded";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { Tenant } from "#server/tenancy/tenant";
import { type Drafted, insertDraft } from "./insert-draft.ts";
import { loadContent, loadFacture } from "./load-facture.ts";

/**
 * A new brouillon with the same content, whatever became of the original. Days of the original do not follow.
 *
 * @throws Refusal FACTURE_NOT_FOUND
 */
export function duplicateFacture(tenant: Tenant, factureId: string, by: By): Promise<Drafted> {
  return recorded(tenant, by, async (tx, log) => {
    const content = await loadContent(tx, await loadFacture(tx, factureId));
    const isDated = content.echeance.mode === "date";
    const echeance = isDated ? defaultEcheance(await loadEmetteur(tx)) : content.echeance;
    const drafted = await insertDraft(tx, { ...content, deliveredOn: null, echeance }, by);
    const payload = { copyOf: factureId };
    await log({ kind: "facture.drafted", entityId: drafted.factureId, payload });
    return drafted;
  });
}
