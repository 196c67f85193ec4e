import { buildSnapshot } from "#server/domain/build-snapshot";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { Snapshot } from "#server/domain/snapshot";
import { UNKNOWN_ACHETEUR } from "#server/domain/treat-facture";
import type { TenantDb } from "#server/tenancy/tenant";
import { loadIssueContext } from "./load-issue-context.ts";
import { loadSheet } from "./load-sheet.ts";

/**
 * What a brouillon would be frozen to, were it issued today under a given number, and all it is made of.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED
 */
export async function draftSnapshot(db: TenantDb, factureId: string, today: CalendarDay) {
  const { content, version } = await loadSheet(db, factureId);
  const { clientId } = content;
  const context = await loadIssueContext(db, { serie: "facture", today, clientId });
  const { emetteur, marque, acheteur, counter } = context;
  const snapshotOf = (number: string): Snapshot =>
    buildSnapshot({
      type: "facture",
      content,
      emetteur,
      marque,
      acheteur: acheteur ?? UNKNOWN_ACHETEUR,
      number,
      issuedOn: today,
      preceding: [],
    });
  return { content, version, emetteur, acheteur, counter, snapshotOf };
}
