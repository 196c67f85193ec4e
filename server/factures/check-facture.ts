import { buildSnapshot } from "#server/domain/build-snapshot";
import type { Moment } from "#server/domain/calendar-day";
import { problemsOf } from "#server/domain/completeness";
import { checkSnapshot } from "#server/domain/en16931/check-snapshot";
import { UNKNOWN_ACHETEUR } from "#server/domain/treat-facture";
import type { Tenant } from "#server/tenancy/tenant";
import { drawNumber } from "./draw-number.ts";
import { loadIssueContext } from "./load-issue-context.ts";
import { loadSheet } from "./load-sheet.ts";

/**
 * What issuing would do, without doing it: the problems that would refuse it (none: it would pass), the number it would
 * take if nobody else issues first, the mentions and totals it would print.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED, ISSUE_BEFORE_LAST
 */
export function checkFacture(tenant: Tenant, factureId: string, { today }: Moment) {
  return tenant.read(async (db) => {
    const { content, version } = await loadSheet(db, factureId);
    const { clientId } = content;
    const context = await loadIssueContext(db, { serie: "facture", today, clientId });
    const { emetteur, marque, acheteur, counter } = context;
    const { number } = drawNumber(counter, today);
    const snapshot = buildSnapshot({
      type: "facture",
      content,
      emetteur,
      marque,
      acheteur: acheteur ?? UNKNOWN_ACHETEUR,
      number,
      issuedOn: today,
      preceding: [],
    });
    const problems = problemsOf({ content, emetteur, acheteur, today });
    return {
      version,
      number,
      problems: problems.length > 0 ? problems : checkSnapshot(snapshot),
      mentions: snapshot.mentions,
      totals: snapshot.totals,
      dueOn: snapshot.dueOn,
    };
  });
}
