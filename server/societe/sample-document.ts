import { buildSnapshot } from "#server/domain/build-snapshot";
import type { Moment } from "#server/domain/calendar-day";
import type { Marque } from "#server/domain/emetteur";
import { sampleFacture } from "#server/domain/sample-facture";
import type { Snapshot } from "#server/domain/snapshot";
import type { Tenant } from "#server/tenancy/tenant";
import { loadEmetteur, loadMarque } from "./emetteur-view.ts";

/** How a facture of this société would look with this marque: never issued, never stored. */
export async function sampleDocument(
  tenant: Tenant,
  looks: Omit<Marque, "logoSha256">,
  { today }: Moment,
): Promise<Snapshot> {
  const { emetteur, logoSha256 } = await tenant.read(async (db) => ({
    emetteur: await loadEmetteur(db),
    logoSha256: (await loadMarque(db)).logoSha256,
  }));
  const { content, acheteur } = sampleFacture(emetteur, today);
  return buildSnapshot({
    type: "facture",
    content,
    emetteur,
    acheteur,
    marque: { ...looks, logoSha256 },
    number: `F-${today.slice(0, 4)}-00043`,
    issuedOn: today,
    preceding: [],
  });
}
