import { acheteurOf } from "#server/clients/client-view";
import { loadClient } from "#server/clients/load-client";
import { buildSnapshot } from "#server/domain/build-snapshot";
import type { Moment } from "#server/domain/calendar-day";
import { problemsOf } from "#server/domain/completeness";
import { checkSnapshot } from "#server/domain/en16931/check-snapshot";
import { UNKNOWN_ACHETEUR } from "#server/domain/treat-facture";
import { loadEmetteur, loadMarque } from "#server/societe/emetteur-view";
import type { Tenant } from "#server/tenancy/tenant";
import { drawNumber } from "./draw-number.ts";
import { loadBrouillon, loadContent } from "./load-facture.ts";

/**
 * What issuing would do, without doing it: the problems that would refuse it (none: it would pass), the number it would
 * take if nobody else issues first, the mentions and totals it would print.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED, ISSUE_BEFORE_LAST
 */
export function checkFacture(tenant: Tenant, factureId: string, { today }: Moment) {
  return tenant.read(async (db) => {
    const brouillon = await loadBrouillon(db, factureId);
    const content = await loadContent(db, brouillon);
    const emetteur = await loadEmetteur(db);
    const client = content.clientId === null ? null : await loadClient(db, content.clientId);
    const acheteur = client && acheteurOf(client);
    const { number } = await drawNumber(db, "facture", today);
    const snapshot = buildSnapshot({
      type: "facture",
      content,
      emetteur,
      marque: await loadMarque(db),
      acheteur: acheteur ?? UNKNOWN_ACHETEUR,
      number,
      issuedOn: today,
      preceding: [],
    });
    const problems = problemsOf({ content, emetteur, acheteur, today });
    return {
      version: brouillon.version,
      number,
      problems: problems.length > 0 ? problems : checkSnapshot(snapshot),
      mentions: snapshot.mentions,
      totals: snapshot.totals,
      dueOn: snapshot.dueOn,
    };
  });
}
