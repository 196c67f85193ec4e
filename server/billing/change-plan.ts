import type Stripe from "stripe";
import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { cancelSubscription } from "./cancel-abonnement.ts";
import { changeKindOf } from "./change-kind.ts";
import { getPlan } from "./get-plan.ts";
import { getLiveSubscription, type LiveSubscription } from "./live-subscription.ts";
import type { Buying } from "./open-checkout.ts";
import { keepSubscription, releaseSchedule } from "./release-schedule.ts";
import { getSellablePlan, type SellablePlan } from "./sellable-plan.ts";
import { idOf, msOf } from "./stripe-ids.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

/** What happened, or will. Instants in milliseconds UTC. */
export type PlanChange =
  | { readonly effect: "now" }
  /** The difference is not paid yet: nothing changes until it is, at this address. */
  | { readonly effect: "once_paid"; readonly paymentUrl: string | null }
  | { readonly effect: "at_period_end"; readonly at: number };

/**
 * Another plan: more at once, the difference invoiced and paid at once (limits unchanged until it is paid); less, and
 * the free one, at the end of the period paid.
 *
 * @throws Refusal SUBSCRIPTION_REQUIRED, PLAN_UNCHANGED, SUBSCRIPTION_IN_DEBT, PAYMENT_REFUSED, BILLING_UNAVAILABLE, and
 * those of `getSellablePlan`
 */
export const changePlan = (doors: BillingDoors, buying: Buying): Promise<PlanChange> =>
  atStripe("change", () => doors.turns.take(buying.societeId, () => change(doors, buying)));

async function change(doors: BillingDoors, { societeId, planCode }: Buying): Promise<PlanChange> {
  const wanted = await doors.control.read((db) => getPlan(db, planCode));
  if (wanted.priceHt === 0)
    return { effect: "at_period_end", at: await cancelSubscription(doors, societeId) };
  const sellable = await getSellablePlan(doors, planCode);
  const live = await getLiveSubscription(doors, societeId);
  const kind = changeKindOf(live.plan, sellable.plan);
  if (kind === "same") throw new Refusal("PLAN_UNCHANGED");
  assertPaidUp(live);
  if (kind === "downgrade") await planDowngrade(doors, live, sellable);
  else await upgrade(doors, live, sellable);
  const { abonnement } = await syncAbonnement(doors, societeId);
  if (kind === "downgrade")
    return { effect: "at_period_end", at: msOf(live.item.current_period_end) };
  return abonnement.planCode === planCode
    ? { effect: "now" }
    : { effect: "once_paid", paymentUrl: abonnement.dueUrl };
}

function assertPaidUp({ subscription: { status } }: LiveSubscription): void {
  if (status !== "active" && status !== "trialing") throw new Refusal("SUBSCRIPTION_IN_DEBT");
}

/** Paid or nothing: an unpaid upgrade stays pending at Stripe and the plan stays as it was. */
async function upgrade(
  { stripe }: BillingDoors,
  { subscription, item }: LiveSubscription,
  { price }: SellablePlan,
): Promise<void> {
  await releaseSchedule(stripe, subscription);
  const updated = await stripe.subscriptions.update(
    subscription.id,
    {
      items: [{ id: item.id, price: price.id }],
      proration_behavior: "always_invoice",
      payment_behavior: "pending_if_incomplete",
    },
    // the same click twice changes once; coming back later is another change
    {
      idempotencyKey: `upgrade:${item.id}:${item.price.id}:${price.id}:${String(subscription.latest_invoice)}`,
    },
  );
  // Who asks for more wants to stay: only once it is paid, and apart, since Stripe takes nothing else beside a pending change.
  if (updated.pending_update === null) await keepSubscription(stripe, subscription);
}

/** Today's price until the end of the period, then the other one. */
async function planDowngrade(
  { stripe }: BillingDoors,
  { subscription, item }: LiveSubscription,
  { price, plan }: SellablePlan,
): Promise<void> {
  await keepSubscription(stripe, subscription);
  await releaseSchedule(stripe, subscription);
  const schedule = await stripe.subscriptionSchedules.create({
    from_subscription: subscription.id,
  });
  const start = schedule.phases[0]?.start_date ?? item.current_period_start;
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: "release",
    proration_behavior: "none",
    phases: [
      {
        items: [{ price: item.price.id, quantity: 1 }],
        start_date: start,
        end_date: item.current_period_end,
        ...keptDiscounts(subscription),
        proration_behavior: "none",
      },
      {
        items: [{ price: price.id, quantity: 1 }],
        start_date: item.current_period_end,
        duration: { interval: plan.interval === "an" ? "year" : "month", interval_count: 1 },
        proration_behavior: "none",
      },
    ],
  });
}

/** A phase that names none has none: what was given is kept should the change be given up. */
const keptDiscounts = ({ discounts }: Stripe.Subscription) =>
  discounts.length > 0 ? { discounts: discounts.map((one) => ({ discount: idOf(one) })) } : {};
