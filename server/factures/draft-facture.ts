import { loadClient } from "#server/clients/load-client";
import { defaultEcheance } from "#server/domain/echeance";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent } from "#server/domain/facture";
import { type By, recorded } from "#server/journal/recorded";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { Tenant, TenantTx } from "#server/tenancy/tenant";
import { type Drafted, insertDraft } from "./insert-draft.ts";

type Draft = {
  readonly clientId: string | null;
  /** Null: an empty sheet, with the terms of the client or of the société. */
  readonly content: FactureContent | null;
};

/**
 * Begin a facture. A brouillon has no number.
 *
 * @throws Refusal CLIENT_NOT_FOUND, PRODUIT_NOT_FOUND, FACTURE_INVALID
 */
export function draftFacture(
  tenant: Tenant,
  { clientId, content }: Draft,
  by: By,
): Promise<Drafted> {
  return recorded(tenant, by, async (tx, log) => {
    const drafted = await insertDraft(tx, content ?? (await contentFor(tx, clientId)), by);
    await log({ kind: "facture.drafted", entityId: drafted.factureId });
    return drafted;
  });
}

async function contentFor(tx: TenantTx, clientId: string | null): Promise<FactureContent> {
  const client = clientId === null ? null : await loadClient(tx, clientId);
  const echeance = client?.echeance ?? defaultEcheance(await loadEmetteur(tx));
  return emptyContent({ clientId, echeance });
}
