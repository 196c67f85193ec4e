import type Stripe from "stripe";
import { idOf, msOrNull } from "./stripe-ids.ts";

/** Written on a coupon of ours: how many months it gave. */
export const giftMetadata = "mois_offerts";
/** And the product it is worth for. */
export const giftProductMetadata = "produit";

/** Months given, as the subscription carries them. Cents before TVA; instants in milliseconds UTC. */
type Gift = {
  readonly couponId: string;
  readonly months: number;
  readonly offHt: number;
  /** Null: off the next invoice only. */
  readonly endsAt: number | null;
};

/**
 * The gift at work on a subscription whose discounts were expanded with their coupons. Worth for the product it was given
 * on: another offer is paid, and coming back finds what is left of it.
 */
export function giftOf({ discounts }: Stripe.Subscription, item: Stripe.SubscriptionItem) {
  for (const discount of discounts) {
    if (typeof discount === "string")
      throw new Error("the discounts of a subscription were not read");
    const { coupon } = discount.source;
    if (coupon === null || typeof coupon === "string") continue;
    const months = coupon.metadata?.[giftMetadata];
    if (months === undefined) continue;
    if (coupon.metadata?.[giftProductMetadata] !== idOf(item.price.product)) continue;
    const gift: Gift = {
      couponId: coupon.id,
      months: Number(months),
      offHt: coupon.amount_off ?? 0,
      endsAt: msOrNull(discount.end),
    };
    return gift;
  }
  return null;
}
