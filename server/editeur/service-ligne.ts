import type { LigneDraft } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";

/** French TVA on a service sold to a French société (CGI art. 278); the engine settles the other cases. */
const RATE = 2_000;
/** A quantity counts ten-thousandths, a unit price millionths of a euro. */
const ONE = 10_000;
const MILLIONTHS_A_CENT = 10_000;

/** One service at one amount. A price is never negative (BT-146): time given back is a negative quantity. */
export const serviceLigne = (
  designation: string,
  description: string,
  amountHt: Cents,
): LigneDraft => ({
  kind: "ligne",
  designation,
  description,
  quantity: amountHt < 0 ? -ONE : ONE,
  unit: "C62",
  unitPriceHt: Math.abs(amountHt) * MILLIONTHS_A_CENT,
  rate: RATE,
  nature: "service",
  ajustements: [],
  produitId: null,
});
