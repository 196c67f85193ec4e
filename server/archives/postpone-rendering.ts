import { eq, sql } from "drizzle-orm";
import { taches } from "#db/tenant/schema/taches";
import type { Moment } from "#server/domain/calendar-day";
import type { Tenant } from "#server/tenancy/tenant";

const longestWaitMs = 60 * 60_000;

/** A rendering failed: try again later, from 2 s doubling to an hour. The issued facture itself is not concerned. */
export async function postponeRendering(
  tenant: Tenant,
  { factureId, why, now }: { factureId: string; why: string; now: Moment },
): Promise<void> {
  await tenant.write((tx) =>
    tx
      .update(taches)
      .set({
        attempts: sql`${taches.attempts} + 1`,
        nextAt: sql`${now.at} + min(${longestWaitMs}, 2000 << min(${taches.attempts}, 20))`,
        lastError: why.slice(0, 500),
      })
      .where(eq(taches.entityId, factureId)),
  );
}
