import { getMarque } from "#server/societe/get-marque";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";

/**
 * The colour at the head of a société's mails, `#rrggbb`. Null when its database cannot be read: what is told never waits
 * for a colour.
 */
export async function accentOf(
  { openTenant }: Pick<Tenancy, "openTenant">,
  societeId: string,
): Promise<string | null> {
  try {
    return (await getMarque(openTenant(societeId as SocieteId))).accent;
  } catch {
    return null;
  }
}
