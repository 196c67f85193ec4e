import { clients } from "#db/tenant/schema/clients";
import { newId } from "#server/id";
import { type By, recorded } from "#server/journal/recorded";
import type { Tenant } from "#server/tenancy/tenant";
import { type ClientInput, clientColumns } from "./client-input.ts";

/** @throws Refusal CLIENT_INVALID */
export async function createClient(
  tenant: Tenant,
  input: ClientInput,
  by: By,
): Promise<{ clientId: string }> {
  const columns = clientColumns(input);
  const clientId = newId();
  const { at } = by.now;
  return recorded(tenant, by, async (tx, log) => {
    await tx.insert(clients).values({ id: clientId, ...columns, createdAt: at, updatedAt: at });
    await log({ kind: "client.created", entityId: clientId, payload: { nom: columns.nom } });
    return { clientId };
  });
}
