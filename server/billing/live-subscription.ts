import type Stripe from "stripe";
import type { Plan } from "#db/control/schema/plans";
import { Refusal } from "#server/domain/refusal";
import type { BillingDoors } from "./billing-doors.ts";
import { getPlan } from "./get-plan.ts";
import { isEstablished, itemOf, subscriptionOf } from "./subscription-of.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

export type LiveSubscription = {
  readonly subscription: Stripe.Subscription;
  readonly item: Stripe.SubscriptionItem;
  readonly plan: Plan;
  readonly customerId: string;
};

/**
 * The société's subscription as Stripe has it now. Only within the société's turn.
 *
 * @throws Refusal SUBSCRIPTION_REQUIRED
 */
export async function getLiveSubscription(
  doors: BillingDoors,
  societeId: string,
): Promise<LiveSubscription> {
  const { abonnement, state } = await syncAbonnement(doors, societeId);
  const subscription = subscriptionOf(state?.subscriptions ?? []).kept;
  const { planCode, stripeCustomerId } = abonnement;
  if (
    !subscription ||
    !isEstablished(subscription) ||
    planCode === null ||
    stripeCustomerId === null
  )
    throw new Refusal("SUBSCRIPTION_REQUIRED");
  const plan = await doors.control.read((db) => getPlan(db, planCode));
  return { subscription, item: itemOf(subscription), plan, customerId: stripeCustomerId };
}
