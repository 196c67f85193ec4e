import type Stripe from "stripe";
import type { Plan } from "#db/control/schema/plans";

/** A price says which plan it sells; the lookup key leaves it for its successor when the tariff changes. */
export const planMetadata = "plan_code";

/** A subscription to something this product does not sell: nobody can say what it allows. */
class PriceUnknown extends Error {
  override readonly name = "PriceUnknown";
}

/** @throws PriceUnknown */
export function planOfPrice(plans: readonly Plan[], price: Stripe.Price): Plan {
  const code = price.metadata[planMetadata];
  const found =
    plans.find((plan) => plan.code === code) ??
    plans.find((plan) => plan.lookupKey !== null && plan.lookupKey === price.lookup_key);
  if (!found)
    throw new PriceUnknown(
      `price ${price.id} (${price.lookup_key ?? "no lookup key"}) is no plan's`,
    );
  return found;
}
