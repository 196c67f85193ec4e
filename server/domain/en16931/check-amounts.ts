import type { TvaGroup } from "../facture.ts";
import type { Snapshot, SnapshotAjustement, SnapshotLigne } from "../snapshot.ts";
import { type Broken, unless } from "./broken.ts";

const HALF = 5n;

/** Rounded to the nearest integer of `unit`s, halves away from zero; written apart from the engine it watches. */
function rounded(value: bigint, unit: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const tenths = (magnitude * 10n) / unit;
  const up = tenths % 10n >= HALF ? 1n : 0n;
  return (tenths / 10n + up) * (value < 0n ? -1n : 1n);
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const ofSens = (ajustements: readonly SnapshotAjustement[], sens: SnapshotAjustement["sens"]) =>
  total(ajustements.filter((one) => one.sens === sens).map(({ amountHt }) => amountHt));

/** Quantity × price ± adjustments gives the net amount: no official rule says so (BT-131). */
function brokenLigne(ligne: SnapshotLigne, index: number): readonly Broken[] {
  const { quantity, unitPriceHt, ajustements, netHt } = ligne;
  const gross = BigInt(quantity) * BigInt(unitPriceHt);
  const delta = ofSens(ajustements, "frais") - ofSens(ajustements, "remise");
  const net = rounded(gross + BigInt(delta) * 100_000_000n, 100_000_000n);
  const percents = ajustements.filter(({ percent }) => percent !== null);
  const isDerived = percents.every(
    ({ percent, baseHt, amountHt }) =>
      rounded(BigInt(baseHt) * BigInt(percent ?? 0), 10_000n) === BigInt(amountHt),
  );
  return [
    ...unless(net === BigInt(netHt), "BT-131", `lignes.${index}.netHt`),
    ...unless(isDerived, "BT-136", `lignes.${index}.ajustements`),
  ];
}

/** BR-CO-17 without the tolerance of the schematron: base × rate, to the cent. */
function brokenGroup(group: TvaGroup, { lignes, ajustements }: Snapshot): readonly Broken[] {
  const { category, rate, baseHt, tva } = group;
  const isOwn = (one: { category: string; rate: number }) =>
    one.category === category && one.rate === rate;
  const nets = total(
    lignes.filter((ligne) => ligne.kind === "ligne" && isOwn(ligne)).map(({ netHt }) => netHt),
  );
  const own = ajustements.filter(isOwn);
  const base = nets - ofSens(own, "remise") + ofSens(own, "frais");
  const expected = category === "S" ? rounded(BigInt(baseHt) * BigInt(rate), 10_000n) : 0n;
  return [
    ...unless(base === baseHt, `BR-${category === "K" ? "IC" : category}-08`, "totals.tva"),
    ...unless(expected === BigInt(tva), "BR-CO-17", "totals.tva"),
  ];
}

const key = ({ category, rate }: { category: string; rate: number }) => `${category} ${rate}`;

/** Every group exists once, and every ligne and adjustment has its group (BR-CO-18, BR-S-01). */
function brokenGroups({ lignes, ajustements, totals }: Snapshot): readonly Broken[] {
  const keys = totals.tva.map(key);
  const used = [...lignes.filter(({ kind }) => kind === "ligne"), ...ajustements].map(key);
  return [
    ...unless(keys.length > 0 && new Set(keys).size === keys.length, "BR-CO-18", "totals.tva"),
    ...unless(
      used.every((one) => keys.includes(one)),
      "BR-S-01",
      "totals.tva",
    ),
  ];
}

function brokenTotals({ lignes, ajustements, totals }: Snapshot): readonly Broken[] {
  const { lignesHt, remisesHt, fraisHt, totalHt, totalTva, totalTtc, tva } = totals;
  const amounts = [lignesHt, remisesHt, fraisHt, totalHt, totalTva, totalTtc];
  const nets = total(lignes.map(({ netHt }) => netHt));
  return [
    ...unless(amounts.every(Number.isSafeInteger), "BR-DEC-09", "totals"),
    ...unless(nets === lignesHt, "BR-CO-10", "totals.lignesHt"),
    ...unless(ofSens(ajustements, "remise") === remisesHt, "BR-CO-11", "totals.remisesHt"),
    ...unless(ofSens(ajustements, "frais") === fraisHt, "BR-CO-12", "totals.fraisHt"),
    ...unless(lignesHt - remisesHt + fraisHt === totalHt, "BR-CO-13", "totals.totalHt"),
    ...unless(total(tva.map((group) => group.tva)) === totalTva, "BR-CO-14", "totals.totalTva"),
    ...unless(totalHt + totalTva === totalTtc, "BR-CO-15", "totals.totalTtc"),
    ...unless(totalTtc > 0, "BT-115", "totals.totalTtc"),
  ];
}

/** Every amount of a snapshot computed again from its quantities, prices and rates. */
export const brokenAmounts = (snapshot: Snapshot): readonly Broken[] => [
  ...snapshot.lignes.flatMap((ligne, i) => (ligne.kind === "ligne" ? brokenLigne(ligne, i) : [])),
  ...snapshot.totals.tva.flatMap((group) => brokenGroup(group, snapshot)),
  ...brokenGroups(snapshot),
  ...brokenTotals(snapshot),
];
