import type { CalendarDay } from "#server/domain/calendar-day";
import { type ComputedFacture, computeFacture } from "#server/domain/compute-facture";
import type { FactureContent } from "#server/domain/facture";
import { AMOUNT_MAX } from "#server/domain/field-limits";
import { problem } from "#server/domain/problem-codes";
import { Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";
import type { Parties } from "./load-parties.ts";

/**
 * The columns a brouillon keeps of its client and of its amounts, computed by the engine as of today.
 *
 * @throws Refusal FACTURE_INVALID when an amount is beyond any document
 */
export function computeDraft(
  content: FactureContent,
  { emetteur, acheteur }: Parties,
  today: CalendarDay,
) {
  const computed = computeFacture({ content, emetteur, acheteur, on: today });
  assertHoldable(computed);
  const { totalHt, totalTva, totalTtc } = computed.totals;
  const clientNom = acheteur?.nom ?? "";
  return {
    columns: { clientNom, clientKey: fold(clientNom), totalHt, totalTva, totalTtc },
    netsHt: computed.lignes.map(({ netHt }) => netHt),
    totals: computed.totals,
  };
}

/** Beyond this an amount could no longer be held exactly. */
function assertHoldable({ totals, lignes }: ComputedFacture): void {
  const amounts = [totals.lignesHt, totals.remisesHt, totals.fraisHt, totals.totalTtc];
  const isHeld = [...amounts, ...lignes.map(({ netHt }) => netHt)].every(
    (amount) => Math.abs(amount) <= AMOUNT_MAX,
  );
  if (isHeld) return;
  const problems = [problem("lignes", "AMOUNT_TOO_LARGE", { maximum: AMOUNT_MAX })];
  throw new Refusal("FACTURE_INVALID", {}, problems);
}
