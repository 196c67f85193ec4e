import { divideRounded } from "./decimal.ts";
import type { Ajustement, FactureTotals, LigneKind, TvaCategory, TvaGroup } from "./facture.ts";
import type { BasisPoints, Cents, Quantity, UnitPrice } from "./money.ts";
import type { SnapshotAjustement } from "./snapshot.ts";

/** A ligne whose TVA has been decided. Titles, texts and subtotals count for nothing. */
export type TreatedLigne = {
  readonly kind: LigneKind;
  readonly quantity: Quantity;
  readonly unitPriceHt: UnitPrice;
  readonly ajustements: readonly Ajustement[];
  readonly category: TvaCategory;
  readonly rate: BasisPoints;
};

export type TotalsInput = {
  readonly lignes: readonly TreatedLigne[];
  /** Discounts and charges on the whole document. */
  readonly ajustements: readonly Ajustement[];
};

type LigneTotals = {
  /** BT-131. */
  readonly netHt: Cents;
  /** One for each adjustment of the ligne, in the same order. */
  readonly ajustements: readonly SnapshotAjustement[];
};

export type Totals = {
  /** One for each ligne given, in the same order. */
  readonly lignes: readonly LigneTotals[];
  /** Document adjustments spread over the TVA groups; shares of nothing are left out. */
  readonly ajustements: readonly SnapshotAjustement[];
  /** Amount of each document adjustment asked for, in order, before it is spread. */
  readonly ajustementsHt: readonly Cents[];
  readonly totals: FactureTotals;
};

type Group = {
  readonly category: TvaCategory;
  readonly rate: BasisPoints;
  readonly lignesHt: bigint;
};

/** Quantity in 10⁻⁴ × price in 10⁻⁶ € gives 10⁻¹⁰ €: this many make a cent. */
const PER_CENT = 100_000_000n;
const PER_WHOLE = 10_000n;
const CATEGORY_ORDER: readonly TvaCategory[] = ["S", "AE", "K", "G", "E", "O"];

const signed = (ajustement: Pick<Ajustement, "sens">, amount: bigint) =>
  ajustement.sens === "remise" ? -amount : amount;
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
const share = (base: bigint, points: number) => divideRounded(base * BigInt(points), PER_WHOLE);
const amountOf = (ajustement: Ajustement, base: bigint) =>
  ajustement.mode === "pourcent" ? share(base, ajustement.valeur) : BigInt(ajustement.valeur);

function written(
  ajustement: Ajustement,
  { category, rate }: Pick<Group, "category" | "rate">,
  base: bigint,
  amount: bigint,
): SnapshotAjustement {
  const percent = ajustement.mode === "pourcent" ? ajustement.valeur : null;
  const { sens, motif } = ajustement;
  return { sens, percent, baseHt: Number(base), amountHt: Number(amount), motif, category, rate };
}

/** BT-131: quantity × price, minus discounts, plus charges, rounded once; each adjustment is itself in cents. */
function ligneTotals(ligne: TreatedLigne): LigneTotals {
  if (ligne.kind !== "ligne") return { netHt: 0, ajustements: [] };
  const gross = BigInt(ligne.quantity) * BigInt(ligne.unitPriceHt);
  const base = divideRounded(gross, PER_CENT);
  const amounts = ligne.ajustements.map((ajustement) => amountOf(ajustement, base));
  const adjusted = sum(ligne.ajustements.map((one, i) => signed(one, amounts[i] ?? 0n)));
  return {
    netHt: Number(divideRounded(gross + adjusted * PER_CENT, PER_CENT)),
    ajustements: ligne.ajustements.map((one, i) => written(one, ligne, base, amounts[i] ?? 0n)),
  };
}

function groupsOf(lignes: readonly TreatedLigne[], nets: readonly LigneTotals[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { kind, category, rate }] of lignes.entries()) {
    if (kind !== "ligne") continue;
    const known = groups.get(`${category} ${rate}`);
    const lignesHt = (known?.lignesHt ?? 0n) + BigInt(nets[index]?.netHt ?? 0);
    groups.set(`${category} ${rate}`, { category, rate, lignesHt });
  }
  const place = ({ category }: Group) => CATEGORY_ORDER.indexOf(category);
  return [...groups.values()].sort((a, b) => place(a) - place(b) || b.rate - a.rate);
}

/** Position of the group that takes the residue: the largest, the first one if equal. */
function largestOf(weights: readonly bigint[]): number {
  return weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0n) ? i : best), 0);
}

/**
 * What each group bears of a document adjustment. A percentage is taken on each group; an amount is spread pro rata
 * over the groups above zero (a group of returned goods could otherwise swell the shares without limit). The rounding
 * residue goes to the largest group, so that the shares add up to the cent.
 */
function sharesOf(ajustement: Ajustement, groups: readonly Group[], total: bigint): bigint[] {
  const bases = groups.map(({ lignesHt }) => lignesHt);
  const weights = bases.map((base) => (base > 0n ? base : 0n));
  const weight = sum(weights);
  const shares = bases.map((base, i) => {
    if (ajustement.mode === "pourcent") return share(base, ajustement.valeur);
    return weight === 0n ? 0n : divideRounded(total * (weights[i] ?? 0n), weight);
  });
  const largest = largestOf(bases);
  return shares.map((one, i) => (i === largest ? one + total - sum(shares) : one));
}

function spread(ajustement: Ajustement, groups: readonly Group[], total: bigint) {
  return sharesOf(ajustement, groups, total).flatMap((amount, i) => {
    const group = groups[i];
    if (group === undefined || amount === 0n) return [];
    return [written(ajustement, group, group.lignesHt, amount)];
  });
}

/** BT-116 is an exact sum; BT-117 is rounded once per group (BR-CO-17), never per ligne. */
function tvaGroup(group: Group, ajustements: readonly SnapshotAjustement[]): TvaGroup {
  const { category, rate, lignesHt } = group;
  const own = ajustements.filter((one) => one.category === category && one.rate === rate);
  const base = lignesHt + sum(own.map((one) => signed(one, BigInt(one.amountHt))));
  return { category, rate, baseHt: Number(base), tva: Number(share(base, rate)) };
}

/**
 * The one calculation of the product: editor, server, page and XML all read its result (EN 16931 BR-CO-10 to BR-CO-17).
 * Integers only, halves away from zero, TVA rounded once per (category, rate).
 */
export function computeTotals({ lignes, ajustements }: TotalsInput): Totals {
  const nets = lignes.map(ligneTotals);
  const groups = groupsOf(lignes, nets);
  const lignesHt = sum(groups.map((group) => group.lignesHt));
  const wanted = groups.length === 0 ? [] : ajustements;
  const amounts = wanted.map((ajustement) => amountOf(ajustement, lignesHt));
  const shares = wanted.flatMap((one, i) => spread(one, groups, amounts[i] ?? 0n));

  const ofSens = (sens: Ajustement["sens"]) =>
    sum(shares.filter((one) => one.sens === sens).map((one) => BigInt(one.amountHt)));
  const tva = groups.map((group) => tvaGroup(group, shares));
  const totalHt = lignesHt - ofSens("remise") + ofSens("frais");
  const totalTva = sum(tva.map((group) => BigInt(group.tva)));
  return {
    lignes: nets,
    ajustements: shares,
    ajustementsHt: ajustements.map((_, i) => Number(amounts[i] ?? 0n)),
    totals: {
      lignesHt: Number(lignesHt),
      remisesHt: Number(ofSens("remise")),
      fraisHt: Number(ofSens("frais")),
      totalHt: Number(totalHt),
      totalTva: Number(totalTva),
      totalTtc: Number(totalHt + totalTva),
      tva,
    },
  };
}
