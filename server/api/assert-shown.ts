import type { Rights } from "#server/domain/permissions";
import { sightOf } from "#server/factures/amounts-sight";
import { assertAmountsShown } from "#server/factures/assert-amounts-shown";
import type { Tenant } from "#server/tenancy/tenant";

type Acting = { readonly tenant: Tenant; readonly member: Rights & { readonly userId: string } };

/**
 * The guard of every procedure that names a document, for one line of an act on several.
 *
 * @throws Refusal AMOUNTS_HIDDEN
 */
export async function assertShown(
  { tenant, member }: Acting,
  named: { readonly factureId: string },
): Promise<void> {
  const sight = sightOf(member);
  if (sight !== null) await assertAmountsShown(tenant, sight, named);
}
