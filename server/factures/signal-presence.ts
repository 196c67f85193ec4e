import type { Actor } from "#server/journal/actor";
import type { Tenant } from "#server/tenancy/tenant";
import { loadFacture } from "./load-facture.ts";
import { presences } from "./presences.ts";

type Signal = {
  readonly factureId: string;
  readonly pageId: string;
  readonly field: string | null;
  readonly isLeaving: boolean;
};

/**
 * A page says that its person has this brouillon open, or no longer. What is no brouillon any more has nobody in it.
 *
 * @throws Refusal FACTURE_NOT_FOUND
 */
export async function signalPresence(
  tenant: Tenant,
  { factureId, pageId, field, isLeaving }: Signal,
  { userId, userName: nom }: Actor,
): Promise<void> {
  const { status } = await tenant.read((db) => loadFacture(db, factureId));
  const page = { pageId, userId, nom, field };
  if (isLeaving || status !== "brouillon") presences.leave(tenant.societeId, factureId, page);
  else presences.note(tenant.societeId, factureId, page);
}
