import type Stripe from "stripe";
import { Refusal } from "#server/domain/refusal";
import { assertEditeur } from "#server/editeur/editeur-societe";
import type { BillingDoors } from "./billing-doors.ts";
import { getPlanOnSale, type PricedPlan } from "./get-plan.ts";
import { planMetadata } from "./plan-of-price.ts";

export type SellablePlan = { readonly plan: PricedPlan; readonly price: Stripe.Price };

/**
 * A plan that can be bought today, with its price at Stripe.
 *
 * @throws Refusal PLAN_NOT_FOUND, PLAN_ARCHIVED, PLAN_WITHOUT_PRICE (none at Stripe under its lookup key, or not the one
 * announced), EDITEUR_MISSING
 */
export async function getSellablePlan(
  doors: BillingDoors,
  planCode: string,
): Promise<SellablePlan> {
  const plan = await doors.control.read((db) => getPlanOnSale(db, planCode));
  if (doors.needsEditeur) await assertEditeur(doors.control);
  const { data } = await doors.stripe.prices.list({
    lookup_keys: [plan.lookupKey],
    active: true,
    limit: 1,
  });
  const [price] = data;
  // between a change of tariff here and its copy at Stripe, nobody is sold another price than the one shown
  if (!price || price.unit_amount !== plan.priceHt || isOfOtherVersion(price, plan))
    throw new Refusal("PLAN_WITHOUT_PRICE", { planCode, plan: plan.nom });
  return { plan, price };
}

/** The same amount for other limits: who paid it would get the other version. */
const isOfOtherVersion = ({ metadata }: Stripe.Price, { code }: PricedPlan): boolean =>
  metadata[planMetadata] !== undefined && metadata[planMetadata] !== code;
