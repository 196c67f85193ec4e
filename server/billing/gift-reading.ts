import type Stripe from "stripe";
import { renewalsBefore } from "#server/domain/mois-offerts";
import { giftOf } from "./gift-of.ts";
import { idOrNull, msOf } from "./stripe-ids.ts";

/** Months given, as the row keeps them. */
export type GiftReading = {
  /** When the last month at nothing ends, milliseconds UTC: the first payment after the gift. */
  readonly offertUntil: number | null;
  /** Months at nothing not yet over, or those a yearly renewal is lessened by. */
  readonly offertMois: number | null;
  /** What is taken off the next yearly renewal, cents before TVA. */
  readonly offertHt: number | null;
};

export const noGift: GiftReading = { offertUntil: null, offertMois: null, offertHt: null };

/** Counted in renewals, as Stripe will apply it: whatever the day it was given, a month is a renewal at nothing. */
export function giftReading(
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  invoices: readonly Stripe.Invoice[],
): GiftReading {
  if (subscription.ended_at !== null) return noGift;
  const gift = giftOf(subscription, item);
  if (gift && gift.endsAt === null)
    return { offertUntil: null, offertMois: gift.months, offertHt: gift.offHt };
  const rhythm = {
    periodEnd: msOf(item.current_period_end),
    anchorAt: msOf(subscription.billing_cycle_anchor),
  };
  const isWhole = gift !== null && gift.offHt >= (item.price.unit_amount ?? 0);
  const { count, nextAt } = renewalsBefore(rhythm, isWhole ? (gift.endsAt ?? 0) : 0);
  const isYearly = item.price.recurring?.interval === "year";
  const months = count + (isGiven(item, invoices) ? (isYearly ? 12 : 1) : 0);
  return months === 0 ? noGift : { offertUntil: nextAt, offertMois: months, offertHt: null };
}

/** The period under way was renewed at nothing. */
const isGiven = (item: Stripe.SubscriptionItem, invoices: readonly Stripe.Invoice[]): boolean =>
  invoices
    .flatMap(({ lines }) => lines.data)
    .some(
      ({ amount, discount_amounts, pricing, period }) =>
        period.start === item.current_period_start &&
        idOrNull(pricing?.price_details?.price) === item.price.id &&
        amount > 0 &&
        amount === (discount_amounts ?? []).reduce((sum, one) => sum + one.amount, 0),
    );
