import { asc, lte } from "drizzle-orm";
import { taches } from "#db/tenant/schema/taches";
import type { Moment } from "#server/domain/calendar-day";
import type { Tenant } from "#server/tenancy/tenant";

/** Issued documents whose PDF is still to be made, oldest first, at most `limit`. */
export async function dueRenderings(tenant: Tenant, now: Moment, limit = 20): Promise<string[]> {
  const rows = await tenant.read((db) =>
    db
      .select({ factureId: taches.entityId })
      .from(taches)
      .where(lte(taches.nextAt, now.at))
      .orderBy(asc(taches.id))
      .limit(limit),
  );
  return rows.map(({ factureId }) => factureId);
}
