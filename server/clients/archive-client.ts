import { eq } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { loadClient } from "./load-client.ts";

type Archive = { readonly clientId: string; readonly isArchived: boolean };

/**
 * Take a client out of lists and suggestions, or bring it back. Doing it twice changes nothing more.
 *
 * @throws Refusal CLIENT_NOT_FOUND
 */
export function archiveClient(
  tenant: Tenant,
  { clientId, isArchived }: Archive,
  by: By,
): Promise<{ isArchived: boolean }> {
  return recorded(tenant, by, async (tx, log) => {
    const client = await loadClient(tx, clientId);
    if (client.isArchived === isArchived) return { isArchived };
    await tx
      .update(clients)
      .set({ isArchived, updatedAt: by.now.at })
      .where(eq(clients.id, clientId));
    await log({ kind: isArchived ? "client.archived" : "client.unarchived", entityId: clientId });
    return { isArchived };
  });
}
