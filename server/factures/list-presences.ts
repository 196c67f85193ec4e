import type { Tenant } from "#server/tenancy/tenant";
import { loadFacture } from "./load-facture.ts";
import { presences } from "./presences.ts";

type Presence = {
  readonly nom: string;
  /** The same person, on another page. */
  readonly isSelf: boolean;
  /** Where they write; null: they only have it open. */
  readonly field: string | null;
};

/**
 * Who else has this brouillon open, besides the page that asks. One line a person, the page they write on first.
 *
 * @throws Refusal FACTURE_NOT_FOUND
 */
export async function listPresences(
  tenant: Tenant,
  { factureId, pageId }: { readonly factureId: string; readonly pageId: string },
  userId: string,
): Promise<Presence[]> {
  await tenant.read((db) => loadFacture(db, factureId));
  const people = new Map<string, Presence>();
  for (const page of presences.on(tenant.societeId, factureId)) {
    const known = people.get(page.userId);
    if (page.pageId === pageId || known?.field) continue;
    const { nom, field } = page;
    people.set(page.userId, { nom, field, isSelf: page.userId === userId });
  }
  return [...people.values()];
}
