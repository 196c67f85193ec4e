import { sql } from "drizzle-orm";
import { acheteurJson } from "#server/clients/acheteur-json";
import type { Acheteur, Emetteur } from "#server/domain/emetteur";
import { Refusal } from "#server/domain/refusal";
import { emetteurJson } from "#server/societe/emetteur-view";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

export type Parties = {
  readonly emetteur: Emetteur;
  /** Null while no client is chosen. */
  readonly acheteur: Acheteur | null;
};

/**
 * Who sells and who buys, in one statement.
 *
 * @throws Refusal CLIENT_NOT_FOUND
 */
export async function loadParties(
  db: TenantDb | TenantTx,
  clientId: string | null,
): Promise<Parties> {
  const row = await db.get<{ emetteur: string; acheteur: string | null }>(
    sql`SELECT ${emetteurJson} AS emetteur, ${acheteurJson(clientId)} AS acheteur`,
  );
  if (clientId !== null && row.acheteur === null) throw new Refusal("CLIENT_NOT_FOUND");
  return {
    emetteur: JSON.parse(row.emetteur) as Emetteur,
    acheteur: row.acheteur === null ? null : (JSON.parse(row.acheteur) as Acheteur),
  };
}
