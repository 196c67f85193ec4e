import type { Metadata } from "./shared.ts";

/** Reductions, as Stripe shows them. Times in seconds, amounts in cents. */
export type Coupon = {
  id: string;
  object: "coupon";
  amount_off: number | null;
  /** Sent only when asked for. */
  applies_to: { products: string[] } | null;
  created: number;
  currency: string | null;
  duration: "forever" | "once" | "repeating";
  duration_in_months: number | null;
  max_redemptions: number | null;
  metadata: Metadata;
  name: string | null;
  percent_off: number | null;
  redeem_by: number | null;
  times_redeemed: number;
};

/** A coupon at work on a subscription, from `start` until `end`; null: no end, or the next invoice. */
export type Discount = {
  id: string;
  object: "discount";
  customer: string;
  end: number | null;
  source: { coupon: string; type: "coupon" };
  start: number;
  subscription: string;
};

export type DiscountAmount = { amount: number; discount: string };
