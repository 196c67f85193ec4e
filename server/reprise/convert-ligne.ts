import { divideRounded } from "#server/domain/decimal";
import type { LigneDraft } from "#server/domain/facture";
import { fieldLimits, QUANTITY_MAX, UNIT_PRICE_MAX } from "#server/domain/field-limits";
import type { Cents } from "#server/domain/money";
import { rateOf } from "./legacy-rate.ts";
import { lineOf, numberOf, textOf } from "./legacy-values.ts";
import { keyOf, type Read, refuse, type Verdict } from "./verdict.ts";

export type ImportedLigne = Omit<LigneDraft, "produitId"> & {
  readonly netHt: Cents;
  /** Key of its produit in the former database. */
  readonly produitKey: string;
  /** Whether its rate was written. */
  readonly hasRate: boolean;
};

const ONE = 10_000;
/** Quantity × unit price, in cents: 10^4 × 10^6 over 10^2. */
const NET_DIVISOR = 100_000_000n;

/** A ligne as it was; its amount is the one that was kept, else quantity × price. */
export function convertLigne(read: Read<"ligne">): Verdict<ImportedLigne> {
  const quantity = numberOf(read("quantity"), 4)?.value ?? ONE;
  const price = numberOf(read("unitPriceHt"), 6)?.value ?? null;
  const kept = numberOf(read("netHt"), 2)?.value ?? null;
  const netHt = kept ?? (price === null ? null : netOf(quantity, price));
  if (netHt === null) return refuse("a ligne has no amount");
  const unitPriceHt = price ?? priceOf(netHt, quantity);
  if (Math.abs(quantity) > QUANTITY_MAX || Math.abs(unitPriceHt) > UNIT_PRICE_MAX)
    return refuse("a ligne is beyond what a document may carry");
  const rate = rateOf(read("rate"));
  const designation = lineOf(read("designation"));
  const taken: ImportedLigne = {
    kind: "ligne",
    designation: designation.slice(0, fieldLimits.designation),
    description: textOf(read("description")).slice(0, fieldLimits.description),
    quantity,
    unit: "C62",
    unitPriceHt,
    rate: rate ?? 0,
    nature: "service",
    ajustements: [],
    netHt,
    produitKey: keyOf(read("produitId")),
    hasRate: rate !== null,
  };
  return { taken, flags: designation === "" ? ["a ligne has no designation"] : [] };
}

const netOf = (quantity: number, price: number): Cents =>
  Number(divideRounded(BigInt(quantity) * BigInt(price), NET_DIVISOR));

const priceOf = (netHt: Cents, quantity: number): number =>
  quantity === 0 ? 0 : Number(divideRounded(BigInt(netHt) * NET_DIVISOR, BigInt(quantity)));
