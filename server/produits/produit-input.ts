import type { Nature } from "#server/domain/facture";
import type { BasisPoints, UnitPrice } from "#server/domain/money";
import { problem } from "#server/domain/problem-codes";
import { type Problem, Refusal } from "#server/domain/refusal";
import { fold } from "#server/domain/search";
import { requiredProblems, textProblems } from "#server/domain/text-problems";
import { isUnit } from "#server/domain/units";

/** What a person may say of a produit. */
export type ProduitInput = {
  readonly reference: string;
  readonly designation: string;
  readonly description: string;
  /** UN/ECE Rec 20 code. */
  readonly unit: string;
  readonly unitPriceHt: UnitPrice;
  readonly rate: BasisPoints;
  readonly nature: Nature;
};

/**
 * Columns of a produit from what was typed, with the folded forms to sort and search by.
 *
 * @throws Refusal PRODUIT_INVALID
 */
export function produitColumns(input: ProduitInput) {
  const reference = input.reference.trim();
  const designation = input.designation.trim();
  const description = input.description.trim();
  const problems: Problem[] = [
    ...requiredProblems({ designation }),
    ...textProblems("designation", designation, "designation"),
    ...textProblems("description", description, "description"),
    ...textProblems("reference", reference, "reference"),
    ...(isUnit(input.unit) ? [] : [problem("unit", "UNIT_INVALID")]),
  ];
  if (problems.length > 0) throw new Refusal("PRODUIT_INVALID", {}, problems);
  const { unit, unitPriceHt, rate, nature } = input;
  return {
    reference,
    designation,
    description,
    unit,
    unitPriceHt,
    rate,
    nature,
    designationKey: fold(designation),
    search: fold(`${designation} ${reference} ${description}`),
  };
}
