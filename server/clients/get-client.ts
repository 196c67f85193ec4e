import { eq, sql } from "drizzle-orm";
import { soldes } from "#db/tenant/schema/soldes";
import type { Cents } from "#server/domain/money";
import type { Sight } from "#server/factures/amounts-sight";
import type { Tenant } from "#server/tenancy/tenant";
import type { ClientView } from "./client-view.ts";
import { loadClient } from "./load-client.ts";

type ClientDetail = ClientView & {
  readonly ventes: {
    readonly nbFactures: number;
    /** Net of avoirs. Null, both of them, for whom the amounts of others are hidden. */
    readonly factureTtc: Cents | null;
    readonly resteTtc: Cents | null;
  };
};

const none = { nbFactures: 0, factureTtc: 0, resteTtc: 0 };

/**
 * A client with what it was invoiced and still owes, computed from its own factures.
 *
 * @throws Refusal CLIENT_NOT_FOUND
 */
export function getClient(tenant: Tenant, clientId: string, sight: Sight): Promise<ClientDetail> {
  return tenant.read(async (db) => {
    const client = await loadClient(db, clientId);
    const { totalTtc, avoirsTtc, regleTtc } = soldes;
    const [ventes] = await db
      .select({
        nbFactures: sql<number>`count(*)`,
        factureTtc: sql<number>`coalesce(sum(${totalTtc} - ${avoirsTtc}), 0)`,
        resteTtc: sql<number>`coalesce(sum(${totalTtc} - ${avoirsTtc} - ${regleTtc}), 0)`,
      })
      .from(soldes)
      .where(eq(soldes.clientId, clientId));
    const { nbFactures, factureTtc, resteTtc } = ventes ?? none;
    const seen = sight === null ? { factureTtc, resteTtc } : { factureTtc: null, resteTtc: null };
    return { ...client, ventes: { nbFactures, ...seen } };
  });
}
