import type { Moment } from "#server/domain/calendar-day";
import type { Snapshot } from "#server/domain/snapshot";
import type { Tenant } from "#server/tenancy/tenant";
import { draftSnapshot } from "./draft-snapshot.ts";

/**
 * A saved brouillon as its document would say it today, without a number: it has none.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED
 */
export function previewFacture(
  tenant: Tenant,
  factureId: string,
  { today }: Moment,
): Promise<Snapshot> {
  return tenant.read(async (db) => (await draftSnapshot(db, factureId, today)).snapshotOf(""));
}
