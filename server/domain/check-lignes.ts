import type { Ajustement, LigneDraft } from "./facture.ts";
import { AMOUNT_MAX, LIGNES_MAX, QUANTITY_MAX, UNIT_PRICE_MAX } from "./field-limits.ts";
import type { BasisPoints } from "./money.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";
import { requiredProblems, textProblems } from "./text-problems.ts";
import type { Treatment } from "./tva.ts";
import { isUnit } from "./units.ts";

const isWithin = (value: number, min: number, max: number) =>
  Number.isSafeInteger(value) && value >= min && value <= max;

/** A discount or charge: a positive amount, or a percentage up to 100 % of discount (1000 % of charge). */
function ajustementProblems(field: string, ajustement: Ajustement): readonly Problem[] {
  const { sens, mode, valeur, motif } = ajustement;
  const max = mode === "montant" ? AMOUNT_MAX : sens === "remise" ? 10_000 : 100_000;
  return [
    ...(isWithin(valeur, 1, max) ? [] : [problem(`${field}.valeur`, "AJUSTEMENT_INVALID")]),
    ...requiredProblems({ [`${field}.motif`]: motif }),
    ...textProblems(`${field}.motif`, motif, "motif"),
  ];
}

/** `owner` is the path before `ajustements`, with its dot: `lignes.3.`, or empty for the document's own. */
export const ajustementsProblems = (owner: string, ajustements: readonly Ajustement[]) =>
  ajustements.flatMap((one, i) => ajustementProblems(`${owner}ajustements.${i}`, one));

function numbersProblems(field: string, ligne: LigneDraft): readonly Problem[] {
  const { quantity, unitPriceHt, unit } = ligne;
  const isQuantity = isWithin(quantity, -QUANTITY_MAX, QUANTITY_MAX);
  return [
    ...(isQuantity ? [] : [problem(`${field}.quantity`, "QUANTITY_INVALID")]),
    ...(quantity === 0 ? [problem(`${field}.quantity`, "QUANTITY_ZERO")] : []),
    ...(isWithin(unitPriceHt, 0, UNIT_PRICE_MAX)
      ? []
      : [problem(`${field}.unitPriceHt`, "UNIT_PRICE_INVALID")]),
    ...(isUnit(unit) ? [] : [problem(`${field}.unit`, "UNIT_INVALID")]),
  ];
}

function ligneProblems(field: string, ligne: LigneDraft): readonly Problem[] {
  const { designation, description } = ligne;
  const texts = [
    ...textProblems(`${field}.designation`, designation, "designation"),
    ...textProblems(`${field}.description`, description, "description"),
  ];
  if (ligne.kind !== "ligne") return texts;
  return [
    ...requiredProblems({ [`${field}.designation`]: designation }),
    ...texts,
    ...numbersProblems(field, ligne),
    ...ajustementsProblems(`${field}.`, ligne.ajustements),
  ];
}

/** Between 1 and 1,000 rows, one real ligne at least, each of them sound. */
export function lignesProblems(lignes: readonly LigneDraft[]): readonly Problem[] {
  if (lignes.length > LIGNES_MAX)
    return [problem("lignes", "LIGNES_TOO_MANY", { maximum: LIGNES_MAX, count: lignes.length })];
  const isEmpty = !lignes.some(({ kind }) => kind === "ligne");
  return [
    ...(isEmpty ? [problem("lignes", "LIGNES_EMPTY")] : []),
    ...lignes.flatMap((ligne, i) => ligneProblems(`lignes.${i}`, ligne)),
  ];
}

/** A taxed ligne must carry a rate of the société's territory or of the client's. */
export const ratesProblems = (
  lignes: readonly LigneDraft[],
  treatments: readonly Treatment[],
  allowed: readonly BasisPoints[],
): readonly Problem[] =>
  lignes.flatMap(({ kind, rate }, i) => {
    const isTaxed = kind === "ligne" && treatments[i]?.category === "S";
    if (!isTaxed || (rate > 0 && allowed.includes(rate))) return [];
    return [problem(`lignes.${i}.rate`, "RATE_NOT_ALLOWED", { rate })];
  });
