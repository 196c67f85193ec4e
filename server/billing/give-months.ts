import type { Abonnement } from "#db/control/schema/abonnements";
import { monthsCovering, renewalsBefore, twelfths, voieOfferte } from "#server/domain/mois-offerts";
import { Refusal } from "#server/domain/refusal";
import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { giftMetadata, giftOf, giftProductMetadata } from "./gift-of.ts";
import { getLiveSubscription, type LiveSubscription } from "./live-subscription.ts";
import { idOf, msOf } from "./stripe-ids.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

type Giving = {
  readonly societeId: string;
  /** 1 to 12. */
  readonly mois: number;
  /** Of this act: asked twice, the months are given once. */
  readonly cle: string;
};

/**
 * Give months to a société that pays, in addition to those it was given already: the next renewals cost nothing, or the
 * next yearly one so many twelfths less. The price, the period and the quota's window stay as they are.
 *
 * @returns the row, read again
 * @throws Refusal SUBSCRIPTION_REQUIRED, MONTHS_REFUSED, BILLING_UNAVAILABLE
 */
export const giveMonths = (doors: BillingDoors, giving: Giving): Promise<Abonnement> =>
  atStripe("gift", () => doors.turns.take(giving.societeId, () => give(doors, giving)));

async function give(doors: BillingDoors, giving: Giving): Promise<Abonnement> {
  const { societeId, cle } = giving;
  const live = await getLiveSubscription(doors, societeId);
  assertGivable(live);
  const { stripe } = doors;
  if (giftOf(live.subscription, live.item)?.couponId !== couponIdOf(cle)) {
    const coupon = await stripe.coupons.create(couponFor(doors, live, giving), {
      idempotencyKey: `offert:coupon:${cle}`,
    });
    // takes the place of the one at work, whose months left it counts
    const discounts = [{ coupon: coupon.id }];
    const key = { idempotencyKey: `offert:${cle}` };
    await stripe.subscriptions.update(live.subscription.id, { discounts }, key);
  }
  return (await syncAbonnement(doors, societeId)).abonnement;
}

const couponIdOf = (cle: string): string => `offert_${cle}`;

function assertGivable({ subscription, plan }: LiveSubscription): void {
  const { status, cancel_at, cancel_at_period_end, schedule } = subscription;
  const voie = voieOfferte({
    status: status as Abonnement["status"],
    interval: plan.interval,
    cancelAt: cancel_at_period_end ? 0 : cancel_at,
    pendingPlanCode: schedule === null ? null : idOf(schedule),
  });
  if (voie === null || voie === "essai") throw new Refusal("MONTHS_REFUSED");
}

/** Exactly the price held, for as long as it takes: a dearer offer, or a year, would not be had for nothing. */
function couponFor(doors: BillingDoors, live: LiveSubscription, { mois, cle }: Giving) {
  const { subscription, item, plan } = live;
  const { unit_amount: price, currency, product } = item.price;
  if (price === null) throw new Error(`price ${item.price.id} has no whole amount`);
  const before = giftOf(subscription, item);
  const of = { mois, now: doors.clock().at, price, before };
  const reduction = plan.interval === "an" ? offNextYear(of) : offNextMonths(of, live);
  return {
    id: couponIdOf(cle),
    currency,
    applies_to: { products: [idOf(product)] },
    max_redemptions: 1,
    ...reduction,
    metadata: {
      [giftMetadata]: String(mois + (plan.interval === "an" ? (before?.months ?? 0) : 0)),
      [giftProductMetadata]: idOf(product),
    },
  };
}

type Given = {
  readonly mois: number;
  readonly now: number;
  readonly price: number;
  readonly before: ReturnType<typeof giftOf>;
};

const offNextYear = ({ mois, price, before }: Given) => ({
  duration: "once" as const,
  amount_off: Math.min(price, (before?.offHt ?? 0) + twelfths(price, mois)),
  name: nameOf(mois),
});

function offNextMonths({ mois, now, price, before }: Given, live: LiveSubscription) {
  const rhythm = {
    periodEnd: msOf(live.item.current_period_end),
    anchorAt: msOf(live.subscription.billing_cycle_anchor),
  };
  const left = renewalsBefore(rhythm, before?.endsAt ?? 0).count;
  return {
    duration: "repeating" as const,
    duration_in_months: monthsCovering(rhythm, now, left + mois),
    amount_off: price,
    name: nameOf(left + mois),
  };
}

/** On Stripe's own invoices. */
const nameOf = (mois: number): string => (mois === 1 ? "1 mois offert" : `${mois} mois offerts`);
