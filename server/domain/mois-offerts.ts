import { addMonths } from "./calendar.ts";
import type { BillingInterval, SubscriptionStatus } from "./quota.ts";

/**
 * How months are given: `essai`, by a longer trial, to who pays nothing; `echeances`, by as many renewals at nothing, to
 * who pays by the month; `remise`, by so many twelfths off the next renewal, to who pays by the year.
 */
type Voie = "essai" | "echeances" | "remise";

type Held = {
  readonly status: SubscriptionStatus | null;
  readonly interval: BillingInterval | null;
  readonly cancelAt: number | null;
  readonly pendingPlanCode: string | null;
};

const alive: readonly SubscriptionStatus[] = ["trialing", "active", "past_due", "unpaid", "paused"];
const paying: readonly SubscriptionStatus[] = ["trialing", "active"];

/** The way months can be given to a société now; null while it owes, is about to end or to change: no renewal to give. */
export function voieOfferte({ status, interval, cancelAt, pendingPlanCode }: Held): Voie | null {
  if (status === null || interval === null || !alive.includes(status)) return "essai";
  if (!paying.includes(status) || cancelAt !== null || pendingPlanCode !== null) return null;
  return interval === "an" ? "remise" : "echeances";
}

/** A subscription by the month: the end of its period, and the instant its months are reckoned from. UTC milliseconds. */
export type Rhythm = { readonly periodEnd: number; readonly anchorAt: number };

/** Renewals to come before `until`, and when the one after them is. Stripe reckons months in UTC from the anchor. */
export function renewalsBefore(
  { periodEnd, anchorAt }: Rhythm,
  until: number,
): { readonly count: number; readonly nextAt: number } {
  const first = monthsUntil(anchorAt, periodEnd);
  let count = 0;
  let nextAt = periodEnd;
  while (nextAt < until) {
    count += 1;
    nextAt = monthsAfter(anchorAt, first + count);
  }
  return { count, nextAt };
}

/**
 * How many months a discount that begins now must last for that many renewals to fall within it: one more than the number
 * of renewals where a short month would let the last one slip out.
 */
export function monthsCovering(rhythm: Rhythm, now: number, renewals: number): number {
  let months = renewals;
  while (renewalsBefore(rhythm, monthsAfter(now, months)).count < renewals) months += 1;
  return months;
}

const DAY = 24 * 3_600_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `months` later at the same hour UTC, on the last day of a month that is too short. */
function monthsAfter(at: number, months: number): number {
  const day = Math.floor(at / DAY) * DAY;
  return Date.parse(`${addMonths(dayOf(at), months)}T00:00:00Z`) + (at - day);
}

function monthsUntil(anchorAt: number, at: number): number {
  let months = 0;
  while (monthsAfter(anchorAt, months) < at) months += 1;
  return months;
}

/** What so many months of a yearly price are worth, cents, never more than the price. */
export const twelfths = (priceHt: number, months: number): number =>
  Math.min(priceHt, Math.round((priceHt * months) / 12));
