import { eq } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { Refusal } from "#server/domain/refusal";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";
import { type ClientView, clientView } from "./client-view.ts";

/** @throws Refusal CLIENT_NOT_FOUND */
export async function loadClient(db: TenantDb | TenantTx, clientId: string): Promise<ClientView> {
  const [row] = await db.select().from(clients).where(eq(clients.id, clientId)).limit(1);
  if (!row) throw new Refusal("CLIENT_NOT_FOUND");
  return clientView(row);
}
