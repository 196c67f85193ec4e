import { factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import { momentOf } from "#server/clock";
import { importLegacy } from "#server/reprise/import-legacy";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService } from "../support/a-societe.ts";

const at = Date.parse("2026-03-02T09:00:00Z");

/** What was made of an installation, without the ids of this run. */
export async function takenFrom(address: string) {
  const { control, tenancy } = await aService();
  const doors = { control, tenancy, clock: () => momentOf(at) };
  const asked = { address, given: {}, choices: {}, isDryRun: false };
  const { societes, refused } = await importLegacy(doors, asked, () => {});
  const books = await Promise.all(
    societes.map(async ({ societeId }) => {
      const tenant = tenancy.openTenant(societeId as SocieteId);
      const all = await tenant.read((db) => db.select().from(factures).orderBy(factures.number));
      const lignes = await tenant.read((db) => db.select().from(lignesFacture));
      return {
        factures: all.map(({ number, issuedOn, totalHt, totalTva, totalTtc, clientNom }) => [
          ...[number, issuedOn, totalHt, totalTva, totalTtc, clientNom],
        ]),
        lignes: lignes.map(({ designation, quantity, rate, netHt }) => [
          ...[designation, quantity, rate, netHt],
        ]),
      };
    }),
  );
  return { refused, reports: societes.map(({ societeId: _, ...report }) => report), books };
}
