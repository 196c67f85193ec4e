import type { CalendarDay } from "./calendar-day.ts";
import { computeFacture } from "./compute-facture.ts";
import { divideRounded } from "./decimal.ts";
import type { Ajustement, FactureContent, LigneDraft, TvaCategory } from "./facture.ts";
import type { BasisPoints, Cents, Quantity } from "./money.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is to be given back of an issued facture. */
export type CreditAsked = {
  /** Of its lignes, by their place (0 first): quantities, counted positive. */
  readonly lignes: readonly { readonly index: number; readonly quantity: Quantity }[];
  /** Of no ligne in particular: amounts HT by TVA group, by its place in `snapshot.totals.tva`. */
  readonly montants: readonly { readonly groupe: number; readonly amountHt: Cents }[];
  readonly motif: string;
};

/** What earlier avoirs took off the facture already. */
export type Credited = {
  /** By place of the ligne, counted positive. */
  readonly quantities: Readonly<Record<number, Quantity>>;
  /** HT, one for each TVA group. */
  readonly basesHt: readonly Cents[];
  readonly totalTtc: Cents;
};

/** An issued facture as it was typed and as it was frozen. */
export type Creditable = {
  readonly content: FactureContent;
  readonly snapshot: Snapshot;
  readonly credited: Credited;
};

type Group = { readonly category: TvaCategory; readonly rate: BasisPoints };

export const groupOf = ({ totals }: Snapshot, { category, rate }: Group): number =>
  totals.tva.findIndex((one) => one.category === category && one.rate === rate);

/** HT still to be given back in a TVA group. */
export const remainingHt = ({ snapshot, credited }: Creditable, groupe: number): Cents =>
  (snapshot.totals.tva[groupe]?.baseHt ?? 0) - (credited.basesHt[groupe] ?? 0);

/** Still to be given back of a ligne, counted positive. */
export const remainingQuantity = ({ content, credited }: Creditable, index: number): Quantity =>
  Math.abs(content.lignes[index]?.quantity ?? 0) - (credited.quantities[index] ?? 0);

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
  return withinTotal(origine, withinBases(origine, content, on), on);
}

/** Amounts of an avoir's content, by the one engine. */
export const computeCredit = ({ snapshot }: Creditable, content: FactureContent, on: CalendarDay) =>
  computeFacture({ content, emetteur: snapshot.emetteur, acheteur: snapshot.acheteur, on });

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

/** A unit price counts millionths of a euro, a quantity ten-thousandths. */
const [MILLIONTHS_A_CENT, ONE] = [10_000, 10_000];

/** A ligne of one amount, taxed as the lignes of its group are. */
function amountLignes({ content, snapshot }: Creditable, { montants, motif }: CreditAsked) {
  return montants.flatMap(({ groupe, amountHt }) => {
    const model = content.lignes.find((_, i) => {
      const frozen = snapshot.lignes[i];
      return frozen?.kind === "ligne" && groupOf(snapshot, frozen) === groupe;
    });
    if (!model) return [];
    const { rate, nature } = model;
    const description = `Réduction sur la facture ${snapshot.number}`;
    const price = { quantity: ONE, unit: "C62", unitPriceHt: amountHt * MILLIONTHS_A_CENT };
    const own = { kind: "ligne", designation: motif, description, produitId: null } as const;
    return [{ ...own, ...price, rate, nature, ajustements: [] }];
  });
}

/** Rounded part by part, the bases of several avoirs may pass the whole by a few cents a ligne. */
function withinBases(origine: Creditable, content: FactureContent, on: CalendarDay) {
  const { totals, treatment } = computeCredit(origine, content, on);
  return totals.tva.reduce((kept, group) => {
    const groupe = groupOf(origine.snapshot, group);
    const excess = group.baseHt - remainingHt(origine, groupe);
    const isOwn = (_: LigneDraft, i: number) =>
      treatment.lignes[i]?.category === group.category && treatment.lignes[i]?.rate === group.rate;
    return groupe < 0 ? kept : rounded(origine, kept, excess, isOwn);
  }, content);
}

/** TVA is rounded on each avoir (BR-CO-17): together they may pass the facture's by a cent each. */
function withinTotal(origine: Creditable, content: FactureContent, on: CalendarDay) {
  const { totals } = computeCredit(origine, content, on);
  const { snapshot, credited } = origine;
  const excess = totals.totalTtc - (snapshot.totals.totalTtc - credited.totalTtc);
  return rounded(origine, content, excess, () => true);
}

/** Takes cents off the last ligne concerned, no more than its roundings can make: the rest is refused later. */
function rounded(
  { snapshot: { totals } }: Creditable,
  content: FactureContent,
  excess: Cents,
  isOwn: (ligne: LigneDraft, index: number) => boolean,
): FactureContent {
  const roundings = content.lignes
    .filter(isOwn)
    .reduce((sum, { ajustements }) => sum + 2 + ajustements.length, 1);
  // a charge larger than the lignes makes as many cents of each of theirs
  const swell = 1 + Math.ceil((totals.fraisHt + totals.remisesHt) / Math.max(totals.lignesHt, 1));
  if (excess <= 0 || excess > roundings * swell) return content;
  const last = content.lignes.findLastIndex(isOwn);
  const arrondi = { sens: "remise", mode: "montant", valeur: excess, motif: "Arrondi" } as const;
  const lignes = content.lignes.map((ligne, i) =>
    i === last ? { ...ligne, ajustements: [...ligne.ajustements, arrondi] } : ligne,
  );
  return { ...content, lignes };
}
