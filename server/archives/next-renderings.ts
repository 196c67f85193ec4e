import { asc } from "drizzle-orm";
import { taches } from "#db/tenant/schema/taches";
import type { Tenant } from "#server/tenancy/tenant";

export type NextRendering = {
  readonly factureId: string;
  /** Instant before which it is not to be tried, ms: in the future when it failed. */
  readonly nextAt: number;
};

/** Issued documents whose PDF is still to be made, the first to be tried first, at most `limit`. */
export function nextRenderings(tenant: Tenant, limit: number): Promise<NextRendering[]> {
  return tenant.read((db) =>
    db
      .select({ factureId: taches.entityId, nextAt: taches.nextAt })
      .from(taches)
      .orderBy(asc(taches.nextAt), asc(taches.id))
      .limit(limit),
  );
}
