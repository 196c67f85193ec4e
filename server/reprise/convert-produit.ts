import { fieldLimits, UNIT_PRICE_MAX } from "#server/domain/field-limits";
import { produitColumns } from "#server/produits/produit-input";
import { rateOf } from "./legacy-rate.ts";
import { lineOf, numberOf, textOf } from "./legacy-values.ts";
import { type Read, refuse, type Verdict } from "./verdict.ts";

/** A produit as the product would have it: a price that cannot be read is refused, a missing rate is 20 % and flagged. */
export function convertProduit(read: Read<"produit">): Verdict<ReturnType<typeof produitColumns>> {
  const designation = lineOf(read("designation"));
  if (designation === "") return refuse("it has no name");
  const price = numberOf(read("unitPriceHt"), 6);
  if (!price || price.value < 0 || price.value > UNIT_PRICE_MAX)
    return refuse("its price cannot be read");
  const flags: string[] = [];
  if (designation.length > fieldLimits.designation) flags.push("its name was cut");
  const rate = rateOf(read("rate"));
  if (rate === null) flags.push("its TVA rate is not known: 20 %");
  const columns = produitColumns({
    reference: lineOf(read("reference")).slice(0, fieldLimits.reference),
    designation: designation.slice(0, fieldLimits.designation),
    description: textOf(read("description")).slice(0, fieldLimits.description),
    unit: "C62",
    unitPriceHt: price.value,
    rate: rate ?? 2_000,
    nature: "service",
  });
  return { taken: columns, flags };
}
