import type { Ajustement, TvaCategory } from "../../server/domain/facture.ts";

/**
 * The same law computed another way, to hold the engine against: exact fractions of euros from decimal texts, rounded
 * by comparing remainders. Slow and plain; shares no code with the product.
 */
type Fraction = { readonly top: bigint; readonly bottom: bigint };

const of = (scaled: number, decimals: number): Fraction => ({
  top: BigInt(scaled),
  bottom: 10n ** BigInt(decimals),
});
const times = (a: Fraction, b: Fraction) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const plus = (a: Fraction, b: Fraction) => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});

/** Euros as a fraction → whole cents, halves away from zero. */
function toCents({ top, bottom }: Fraction): number {
  const isNegative = top < 0n;
  const magnitude = (isNegative ? -top : top) * 100n;
  const whole = magnitude / bottom;
  const remainder = magnitude - whole * bottom;
  const rounded = remainder + remainder >= bottom ? whole + 1n : whole;
  return Number(isNegative ? -rounded : rounded);
}

export type OracleLigne = {
  readonly quantity: number;
  readonly unitPriceHt: number;
  readonly rate: number;
  readonly category: TvaCategory;
  readonly ajustements: readonly Ajustement[];
};

const percentOf = (cents: number, points: number) => toCents(times(of(cents, 2), of(points, 4)));
const sign = ({ sens }: Ajustement) => (sens === "remise" ? -1 : 1);

function netOf({ quantity, unitPriceHt, ajustements }: OracleLigne): number {
  const gross = times(of(quantity, 4), of(unitPriceHt, 6));
  const delta = ajustements.map((one) =>
    of(
      sign(one) * (one.mode === "montant" ? one.valeur : percentOf(toCents(gross), one.valeur)),
      2,
    ),
  );
  return toCents(delta.reduce(plus, gross));
}

type Sums = { category: TvaCategory; rate: number; lignes: number; base: number };

/** Percentage on each group, or amount pro rata of the positive ones; what is left goes to the largest group. */
function spread(one: Ajustement, groups: Sums[], total: number): number[] {
  const positive = groups.reduce((sum, { lignes }) => sum + Math.max(lignes, 0), 0);
  const shares = groups.map(({ lignes }) => {
    if (one.mode === "pourcent") return percentOf(lignes, one.valeur);
    if (positive === 0 || lignes <= 0) return 0;
    return toCents({ top: BigInt(total) * BigInt(lignes), bottom: BigInt(positive) * 100n });
  });
  const largest = groups.reduce(
    (best, { lignes }, i) => (lignes > (groups[best]?.lignes ?? 0) ? i : best),
    0,
  );
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, i) => (i === largest ? share + left : share));
}

const ORDER = ["S", "AE", "K", "G", "E", "O"];

function groupsOf(lignes: readonly OracleLigne[], nets: readonly number[]): Sums[] {
  const groups: Sums[] = [];
  for (const [i, { category, rate }] of lignes.entries()) {
    const net = nets[i] ?? 0;
    const known = groups.find((group) => group.category === category && group.rate === rate);
    if (known) known.lignes += net;
    else groups.push({ category, rate, lignes: net, base: 0 });
  }
  for (const group of groups) group.base = group.lignes;
  return groups.sort(
    (a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category) || b.rate - a.rate,
  );
}

function adjust(groups: Sums[], one: Ajustement, lignesHt: number): void {
  const total = one.mode === "montant" ? one.valeur : percentOf(lignesHt, one.valeur);
  for (const [i, share] of spread(one, groups, total).entries()) {
    const group = groups[i];
    if (group) group.base += sign(one) * share;
  }
}

/** Nets, groups and totals in cents. Groups by falling rate inside each category, in the order the engine promises. */
export function oracleTotals(lignes: readonly OracleLigne[], ajustements: readonly Ajustement[]) {
  const nets = lignes.map(netOf);
  const lignesHt = nets.reduce((sum, net) => sum + net, 0);
  const groups = groupsOf(lignes, nets);
  for (const one of ajustements) adjust(groups, one, lignesHt);
  const tva = groups.map(({ category, rate, base }) => ({
    category,
    rate,
    baseHt: base,
    tva: percentOf(base, rate),
  }));
  const totalHt = tva.reduce((sum, { baseHt }) => sum + baseHt, 0);
  const totalTva = tva.reduce((sum, group) => sum + group.tva, 0);
  return { nets, lignesHt, tva, totalHt, totalTva, totalTtc: totalHt + totalTva };
}
