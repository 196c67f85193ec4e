import { formatEuros, formatQuantity } from "./amount.ts";
import { type CreditAsked, type Creditable, remainingHt, remainingQuantity } from "./credit.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";

/** Quantities and amounts beyond what is left of the facture, each at its field. */
export function creditProblems(origine: Creditable, asked: CreditAsked): readonly Problem[] {
  return [...ligneProblems(origine, asked), ...montantProblems(origine, asked)];
}

function ligneProblems(origine: Creditable, { lignes }: CreditAsked): readonly Problem[] {
  const seen = new Set<number>();
  return lignes.flatMap(({ index, quantity }) => {
    const field = `lignes.${index}.quantity`;
    const isKnown = origine.content.lignes[index]?.kind === "ligne" && !seen.has(index);
    seen.add(index);
    if (!isKnown || quantity <= 0) return [problem(field, "QUANTITY_INVALID")];
    const left = remainingQuantity(origine, index);
    if (quantity <= left) return [];
    return [problem(field, "QUANTITY_EXCEEDS", { maximum: formatQuantity(Math.max(left, 0)) })];
  });
}

function montantProblems(origine: Creditable, { montants }: CreditAsked): readonly Problem[] {
  const seen = new Set<number>();
  return montants.flatMap(({ groupe, amountHt }) => {
    const field = `montants.${groupe}.amountHt`;
    const isKnown = origine.snapshot.totals.tva[groupe] !== undefined && !seen.has(groupe);
    seen.add(groupe);
    const left = Math.max(isKnown ? remainingHt(origine, groupe) : 0, 0);
    if (isKnown && amountHt > 0 && amountHt <= left) return [];
    return [problem(field, "AMOUNT_EXCEEDS", { maximum: formatEuros(left) })];
  });
}
