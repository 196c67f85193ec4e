import type { Moment } from "#server/domain/calendar-day";
import { emetteurFaults, emetteurGaps } from "#server/domain/check-emetteur";
import type { Tenant } from "#server/tenancy/tenant";
import { loadEmetteur, loadMarque } from "./emetteur-view.ts";
import { listSeries } from "./list-series.ts";

/** The société's own settings, its numberings, and what is still missing before it may issue. */
export function getSociete(tenant: Tenant, now: Moment) {
  return tenant.read(async (db) => {
    const emetteur = await loadEmetteur(db);
    return {
      emetteur,
      marque: await loadMarque(db),
      series: await listSeries(db, now.today),
      missing: [...emetteurGaps(emetteur), ...emetteurFaults(emetteur)],
    };
  });
}
