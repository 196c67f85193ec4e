import { and, eq } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { Refusal } from "#server/domain/refusal";
import { changesOf } from "#server/journal/changes-of";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { type ClientInput, clientColumns } from "./client-input.ts";
import { loadClient } from "./load-client.ts";

type Update = {
  readonly clientId: string;
  /** The one this change was made on. */
  readonly version: number;
  readonly client: ClientInput;
};

/** Who the client is. Addresses and telephones stay out of a journal nobody can correct (GDPR art. 5.1.c). */
const toldFields = ["nom", "type", "siren", "siret", "tvaNumber"] as const;

/**
 * Change a client. Issued documents keep the one they were issued to; brouillons follow.
 *
 * @throws Refusal CLIENT_INVALID, CLIENT_NOT_FOUND, VERSION_CONFLICT when it changed since it was read
 */
export async function updateClient(
  tenant: Tenant,
  { clientId, version, client }: Update,
  by: By,
): Promise<{ version: number }> {
  const columns = clientColumns(client);
  return recorded(tenant, by, async (tx, log) => {
    const current = await loadClient(tx, clientId);
    if (current.version !== version)
      throw new Refusal("VERSION_CONFLICT", { version: current.version });
    const next = version + 1;
    await tx
      .update(clients)
      .set({ ...columns, version: next, updatedAt: by.now.at })
      .where(eq(clients.id, clientId));
    if (current.nom !== columns.nom)
      await tx
        .update(factures)
        .set({ clientNom: columns.nom, clientKey: columns.nomKey })
        .where(and(eq(factures.clientId, clientId), eq(factures.status, "brouillon")));
    const changes = changesOf(current, columns, toldFields);
    await log({
      kind: "client.updated",
      entityId: clientId,
      payload: { nom: columns.nom, ...changes },
    });
    return { version: next };
  });
}
