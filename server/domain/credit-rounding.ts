import type { CalendarDay } from "./calendar-day.ts";
import {
  type CreditAsked,
  type Creditable,
  computeCredit,
  groupOf,
  remainingHt,
  remainingQuantity,
} from "./credit.ts";
import type { FactureContent, LigneDraft } from "./facture.ts";
import type { Cents } from "./money.ts";

/** A unit price counts millionths of a euro, a quantity ten-thousandths. */
const [MILLIONTHS_A_CENT, ONE] = [10_000, 10_000];

/** One ligne of an amount, taxed as another is. */
export const ligneOfAmount = ({ rate, nature }: LigneDraft, amountHt: Cents): LigneDraft => ({
  kind: "ligne",
  designation: "",
  description: "",
  quantity: ONE,
  unit: "C62",
  unitPriceHt: amountHt * MILLIONTHS_A_CENT,
  rate,
  nature,
  ajustements: [],
  produitId: null,
});

/**
 * Rounded part by part, the bases of several avoirs may pass the whole by a few cents a ligne, or miss it: the avoir that
 * takes the last of a group's lignes gives what is left.
 */
export function withinBases(
  origine: Creditable,
  content: FactureContent,
  { asked, on }: { readonly asked: CreditAsked; readonly on: CalendarDay },
) {
  const { totals, treatment } = computeCredit(origine, content, on);
  return totals.tva.reduce((kept, group) => {
    const groupe = groupOf(origine.snapshot, group);
    const excess = group.baseHt - remainingHt(origine, groupe);
    const isOwn = (_: LigneDraft, i: number) =>
      treatment.lignes[i]?.category === group.category && treatment.lignes[i]?.rate === group.rate;
    if (groupe < 0 || (excess < 0 && !takesLast(origine, asked, groupe))) return kept;
    return rounded(origine, kept, excess, isOwn);
  }, content);
}

/** Nothing of the group's lignes is left after this avoir. */
function takesLast(origine: Creditable, { lignes }: CreditAsked, groupe: number): boolean {
  const taken = new Map(lignes.map(({ index, quantity }) => [index, quantity]));
  return origine.snapshot.lignes.every(
    (ligne, i) =>
      ligne.kind !== "ligne" ||
      groupOf(origine.snapshot, ligne) !== groupe ||
      remainingQuantity(origine, i) <= (taken.get(i) ?? 0),
  );
}

/** TVA is rounded on each avoir (BR-CO-17): together they may pass the facture's by a cent each. */
export function withinTotal(origine: Creditable, content: FactureContent, on: CalendarDay) {
  const { totals } = computeCredit(origine, content, on);
  const { snapshot, credited } = origine;
  const excess = totals.totalTtc - (snapshot.totals.totalTtc - credited.totalTtc);
  return rounded(origine, content, Math.max(excess, 0), () => true);
}

/**
 * A ligne « Arrondi » takes cents off, or adds them, taxed as the last ligne concerned; no more than the roundings can make:
 * the rest is refused later. A ligne of its own, since a cent more on a ligne of half a cent may turn its rounding round.
 */
function rounded(
  { snapshot: { totals } }: Creditable,
  content: FactureContent,
  excess: Cents,
  isOwn: (ligne: LigneDraft, index: number) => boolean,
): FactureContent {
  const own = content.lignes.filter(isOwn);
  const roundings = own.reduce((sum, { ajustements }) => sum + 2 + ajustements.length, 1);
  // a charge larger than the lignes makes as many cents of each of theirs
  const swell = 1 + Math.ceil((totals.fraisHt + totals.remisesHt) / Math.max(totals.lignesHt, 1));
  const model = own.at(-1);
  const cents = Math.abs(excess);
  if (!model || cents === 0 || cents > roundings * swell) return content;
  const arrondi = {
    ...ligneOfAmount(model, cents),
    designation: "Arrondi",
    quantity: excess > 0 ? -ONE : ONE,
  };
  return { ...content, lignes: [...content.lignes, arrondi] };
}
