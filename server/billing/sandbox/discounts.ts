import type { Form } from "./form.ts";
import type { LineDraft } from "./invoices.ts";
import type { Coupon, Discount, DiscountAmount } from "./objects/discount.ts";
import type { Invoice } from "./objects/invoice.ts";
import type { Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { periodAt } from "./periods.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

/** Those still at work: one that repeats is over at its end, whatever is left of the period. */
function liveDiscounts(sandbox: Sandbox, { discounts = [] }: Subscription) {
  return discounts.flatMap((id) => {
    const discount = find(sandbox.state.discounts, id);
    const coupon = find(sandbox.state.coupons, discount?.source.coupon);
    const isLive = discount && (discount.end === null || discount.end > sandbox.now());
    return isLive && coupon ? [{ discount, coupon }] : [];
  });
}

/**
 * What the discounts of a subscription take off each line of an invoice, in the order of the lines: off what is asked for
 * its products, never off what is given back, and never more than the line.
 */
export function discountAmounts(
  sandbox: Sandbox,
  subscription: Subscription,
  lines: readonly LineDraft[],
): DiscountAmount[][] {
  const taken: DiscountAmount[][] = lines.map(() => []);
  for (const live of liveDiscounts(sandbox, subscription)) takeOff(live, lines, taken);
  return taken;
}

type Live = ReturnType<typeof liveDiscounts>[number];

function takeOff(
  { discount, coupon }: Live,
  lines: readonly LineDraft[],
  taken: readonly DiscountAmount[][],
): void {
  let left = coupon.amount_off ?? Number.POSITIVE_INFINITY;
  for (const [rank, { amount, item }] of lines.entries()) {
    const row = taken[rank] ?? [];
    const rest = amount - row.reduce((sum, one) => sum + one.amount, 0);
    if (rest <= 0 || !appliesTo(coupon, item)) continue;
    const share = coupon.percent_off === null ? left : (rest * coupon.percent_off) / 100;
    const off = Math.min(rest, left, Math.round(share));
    left -= off;
    if (off > 0) row.push({ amount: off, discount: discount.id });
  }
}

const appliesTo = ({ applies_to }: Coupon, { price }: SubscriptionItem): boolean =>
  applies_to === null || applies_to.products.includes(price.product);

/** Discounts added up over the lines of an invoice. */
export function totalDiscounts(lines: Invoice["lines"]["data"]): DiscountAmount[] {
  const byId = new Map<string, number>();
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts ?? []))
    byId.set(discount, (byId.get(discount) ?? 0) + amount);
  return [...byId].map(([discount, amount]) => ({ amount, discount }));
}

/** A coupon for one invoice has done its work with this one. */
export function spendOnce(sandbox: Sandbox, subscription: Subscription, invoice: Invoice): void {
  const used = new Set(totalDiscounts(invoice.lines.data).map(({ discount }) => discount));
  for (const { discount, coupon } of liveDiscounts(sandbox, subscription))
    if (coupon.duration === "once" && used.has(discount.id))
      endDiscount(sandbox, subscription, discount);
}

export function endDiscount(
  sandbox: Sandbox,
  subscription: Subscription,
  discount: Discount,
): void {
  const discounts = (subscription.discounts ?? []).filter((id) => id !== discount.id);
  change(sandbox, subscription, { discounts }, "customer.subscription.updated");
  sandbox.emit("customer.discount.deleted", discount);
}

/**
 * `discounts` of an update: a list takes the place of what there was, an empty text leaves none, absent changes nothing.
 *
 * @throws StripeError for a coupon that cannot be redeemed
 */
export function takeDiscounts(sandbox: Sandbox, subscription: Subscription, form: Form): void {
  const before = subscription.discounts ?? [];
  const given = form.each("discounts");
  const clears = form.isText("discounts");
  if (given.length === 0 && !clears) return;
  const discounts = given.map((one) => {
    const kept = one.textOrNull("discount");
    if (kept === null) return redeem(sandbox, subscription, one.need("coupon"));
    return get(sandbox.state.discounts, "discount", kept, "discounts").id;
  });
  for (const id of before.filter((one) => !discounts.includes(one))) {
    const gone = find(sandbox.state.discounts, id);
    if (gone) sandbox.emit("customer.discount.deleted", gone);
  }
  change(sandbox, subscription, { discounts }, "customer.subscription.updated");
}

function redeem(sandbox: Sandbox, { id, customer }: Subscription, couponId: string): string {
  const coupon = get(sandbox.state.coupons, "coupon", couponId, "discounts[0][coupon]");
  const isUsedUp =
    coupon.max_redemptions !== null && coupon.times_redeemed >= coupon.max_redemptions;
  if (isUsedUp || (coupon.redeem_by !== null && coupon.redeem_by < sandbox.now()))
    throw new StripeError(`Coupon expired: ${couponId}`, {
      code: "coupon_expired",
      param: "discounts[0][coupon]",
    });
  coupon.times_redeemed += 1;
  const start = sandbox.now();
  const months = { interval: "month" as const, interval_count: coupon.duration_in_months ?? 1 };
  const discount: Discount = {
    id: sandbox.newId("di"),
    object: "discount",
    customer,
    end: coupon.duration === "repeating" ? periodAt(start, months, start).end : null,
    source: { coupon: couponId, type: "coupon" },
    start,
    subscription: id,
  };
  sandbox.state.discounts[discount.id] = discount;
  sandbox.emit("customer.discount.created", discount);
  return discount.id;
}

/** Of what the period under way costs, the share that was really asked for: only that can be given back. */
export function chargedShare(
  { state }: Sandbox,
  { id }: Subscription,
  item: SubscriptionItem,
): number {
  const line = Object.values(state.invoices)
    .filter((one) => one.parent.subscription_details.subscription === id)
    .flatMap(({ lines }) => lines.data)
    .find(
      ({ parent: { subscription_item_details: about }, period, amount }) =>
        about.subscription_item === item.id &&
        !about.proration &&
        period.start === item.current_period_start &&
        amount > 0,
    );
  if (!line) return 1;
  const off = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return (line.amount - off) / line.amount;
}
