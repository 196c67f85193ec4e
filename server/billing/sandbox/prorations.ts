import { chargedShare } from "./discounts.ts";
import type { LineDraft } from "./invoices.ts";
import type { Price } from "./objects/catalogue.ts";
import type { Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { periodAt } from "./periods.ts";
import { find, type Sandbox } from "./sandbox.ts";
import { itemOf } from "./subscription-life.ts";

export type Change = {
  /** The item as it becomes. */
  readonly item: SubscriptionItem;
  readonly anchor: number;
  readonly prorations: readonly LineDraft[];
  /** The whole new period is billed at once: the interval changed, or the anchor was moved to now. */
  readonly startsPeriod: boolean;
};

type Target = {
  readonly price: Price;
  readonly quantity: number;
  readonly at: number;
  readonly resetAnchor: boolean;
};

/**
 * What moving the item to another price would give: credit for the time left at the old one, debit at the new one.
 * Another interval starts a new period at once.
 */
export function changeOf(sandbox: Sandbox, subscription: Subscription, target: Target): Change {
  const old = itemOf(subscription);
  const { price, quantity, at } = target;
  const startsPeriod = target.resetAnchor || !sameInterval(old.price, price);
  const anchor = startsPeriod ? at : subscription.billing_cycle_anchor;
  const recurring = price.recurring ?? { interval: "month", interval_count: 1 };
  const period = startsPeriod
    ? periodAt(anchor, recurring, at)
    : { start: old.current_period_start, end: old.current_period_end };
  const item: SubscriptionItem = {
    ...structuredClone(old),
    price: structuredClone(price),
    quantity,
    current_period_start: period.start,
    current_period_end: period.end,
  };
  return {
    item,
    anchor,
    startsPeriod,
    prorations: linesOf(sandbox, subscription, old, item, at, startsPeriod),
  };
}

const sameInterval = (a: Price, b: Price): boolean =>
  a.recurring?.interval === b.recurring?.interval &&
  a.recurring?.interval_count === b.recurring?.interval_count;

function linesOf(
  sandbox: Sandbox,
  subscription: Subscription,
  old: SubscriptionItem,
  item: SubscriptionItem,
  at: number,
  startsPeriod: boolean,
): LineDraft[] {
  const { current_period_start: start, current_period_end: end } = old;
  const share = Math.min(1, Math.max(0, (end - at) / (end - start)));
  const isSame = old.price.id === item.price.id && old.quantity === item.quantity;
  if (subscription.status === "trialing" || isSame) return [];
  const left = { start: at, end };
  const credit: LineDraft = {
    item: old,
    amount: -Math.round(
      old.price.unit_amount * old.quantity * share * chargedShare(sandbox, subscription, old),
    ),
    description: `Temps non utilisé sur ${nameOf(sandbox, old)} après le ${dayOf(at)}`,
    period: left,
    proration: true,
  };
  if (startsPeriod) return [credit];
  const debit: LineDraft = {
    item,
    amount: Math.round(item.price.unit_amount * item.quantity * share),
    description: `Temps restant sur ${nameOf(sandbox, item)} après le ${dayOf(at)}`,
    period: left,
    proration: true,
  };
  return [credit, debit];
}

const nameOf = (sandbox: Sandbox, { price }: SubscriptionItem) =>
  find(sandbox.state.products, price.product)?.name ?? price.product;

const dayOf = (at: number) =>
  new Date(at * 1000).toLocaleDateString("fr-FR", {
    day: "2-digit",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
