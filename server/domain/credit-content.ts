import type { CalendarDay } from "./calendar-day.ts";
import { type CreditAsked, type Creditable, computeCredit, type Group, groupOf } from "./credit.ts";
import { ligneOfAmount, withinBases, withinTotal } from "./credit-rounding.ts";
import { divideRounded } from "./decimal.ts";
import type { Ajustement, FactureContent, LigneDraft } from "./facture.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The lignes of an avoir, under the tax facts of its facture: chosen quantities with their share of every discount and
 * charge, amounts as they are. Crediting a whole facture gives its very totals. Rounding never takes more than what is
 * left: cents too many come off as « Arrondi ».
 */
export function creditContent(
  origine: Creditable,
  asked: CreditAsked,
  on: CalendarDay,
): FactureContent {
  const chosen = withShares(origine, chosenLignes(origine, asked), on);
  const lignes = [...chosen, ...amountLignes(origine, asked)];
  const content = { ...origine.content, note: asked.motif, ajustements: [], lignes };
  return withinTotal(origine, withinBases(origine, content, { asked, on }), on);
}

const ratio = (amount: number, part: number, whole: number): number =>
  Number(divideRounded(BigInt(amount) * BigInt(part), BigInt(whole)));

function chosenLignes({ content }: Creditable, { lignes }: CreditAsked) {
  return lignes.flatMap(({ index, quantity }) => {
    const ligne = content.lignes[index];
    if (ligne?.kind !== "ligne" || ligne.quantity === 0) return [];
    const whole = Math.abs(ligne.quantity);
    const part = (one: Ajustement): Ajustement =>
      one.mode === "pourcent" ? one : { ...one, valeur: ratio(one.valeur, quantity, whole) };
    return [
      {
        index,
        ligne: {
          ...ligne,
          quantity: Math.sign(ligne.quantity) * quantity,
          ajustements: ligne.ajustements.map(part),
        },
      },
    ];
  });
}

type Chosen = ReturnType<typeof chosenLignes>[number];

/** Discounts and charges of the whole document, brought to the lignes: an avoir of a part bears its part of them. */
function withShares(origine: Creditable, chosen: readonly Chosen[], on: CalendarDay): LigneDraft[] {
  const { snapshot, content } = origine;
  const bare = { ...content, ajustements: [], lignes: chosen.map(({ ligne }) => ligne) };
  const nets = computeCredit(origine, bare, on).lignes;
  const before = new Map<number, number>();
  return chosen.map(({ ligne, index }, i) => {
    const frozen = snapshot.lignes[index];
    const groupe = frozen ? groupOf(snapshot, frozen) : -1;
    const [from, netHt] = [before.get(groupe) ?? 0, nets[i]?.netHt ?? 0];
    before.set(groupe, from + netHt);
    const shares = documentShares(snapshot, groupe, { from, until: from + netHt });
    return { ...ligne, ajustements: [...ligne.ajustements, ...shares] };
  });
}

/** Of each adjustment of the group, what falls between two points of its lignes: the parts add up to the cent. */
function documentShares(
  { totals, lignes, ajustements }: Snapshot,
  groupe: number,
  { from, until }: { readonly from: number; readonly until: number },
): Ajustement[] {
  const group = totals.tva[groupe];
  if (!group) return [];
  const isOwn = ({ category, rate }: Group) => category === group.category && rate === group.rate;
  const whole = lignes.filter(isOwn).reduce((sum, { netHt }) => sum + netHt, 0);
  if (whole <= 0) return [];
  return ajustements.filter(isOwn).flatMap(({ sens, motif, amountHt }) => {
    const valeur = ratio(amountHt, until, whole) - ratio(amountHt, from, whole);
    if (valeur === 0) return [];
    // beside a ligne below zero a share may turn round: a discount less is a charge
    const turned = valeur > 0 ? sens : sens === "remise" ? "frais" : "remise";
    return [{ sens: turned, mode: "montant", valeur: Math.abs(valeur), motif } as const];
  });
}

/** A ligne of one amount, taxed as the lignes of its group are. */
function amountLignes({ content, snapshot }: Creditable, { montants, motif }: CreditAsked) {
  return montants.flatMap(({ groupe, amountHt }) => {
    const model = content.lignes.find((_, i) => {
      const frozen = snapshot.lignes[i];
      return frozen?.kind === "ligne" && groupOf(snapshot, frozen) === groupe;
    });
    if (!model) return [];
    const description = `Réduction sur la facture ${snapshot.number}`;
    return [{ ...ligneOfAmount(model, amountHt), designation: motif, description }];
  });
}
