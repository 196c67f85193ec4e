import type { Moment } from "#server/domain/calendar-day";
import { problemsOf } from "#server/domain/completeness";
import { checkSnapshot } from "#server/domain/en16931/check-snapshot";
import type { Tenant } from "#server/tenancy/tenant";
import { draftSnapshot } from "./draft-snapshot.ts";
import { drawNumber } from "./draw-number.ts";

/**
 * What issuing would do, without doing it: the problems that would refuse it (none: it would pass), the number it would
 * take if nobody else issues first, the mentions and totals it would print.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED, ISSUE_BEFORE_LAST
 */
export function checkFacture(tenant: Tenant, factureId: string, { today }: Moment) {
  return tenant.read(async (db) => {
    const draft = await draftSnapshot(db, factureId, today);
    const { content, version, emetteur, acheteur, counter, snapshotOf } = draft;
    const { number } = drawNumber(counter, today);
    const snapshot = snapshotOf(number);
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
