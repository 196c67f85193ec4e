import { applyChange } from "./change-subscription.ts";
import type { Phase, Schedule, Subscription } from "./objects/subscription.ts";
import { changeOf } from "./prorations.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { cancelNow, itemOf, withItem } from "./subscription-life.ts";

/** When the phase in force ends; null for a schedule that commands nothing any more. */
export const nextPhaseAt = ({ status, current_phase }: Schedule): number | null =>
  status === "active" && current_phase ? current_phase.end_date : null;

/** The phase in force is over: the next one takes its place, or the schedule lets its subscription go. */
export function advanceSchedule(sandbox: Sandbox, schedule: Schedule): void {
  const subscription = find(sandbox.state.subscriptions, schedule.subscription);
  const now = sandbox.now();
  const phase = schedule.phases.find((one) => one.start_date <= now && now < one.end_date);
  if (phase && subscription) {
    enterPhase(sandbox, subscription, phase);
    const current_phase = { start_date: phase.start_date, end_date: phase.end_date };
    change(sandbox, schedule, { current_phase }, "subscription_schedule.updated");
    return;
  }
  if (schedule.end_behavior === "cancel" && subscription)
    cancelNow(sandbox, subscription, "cancellation_requested");
  else releaseSchedule(sandbox, schedule);
}

export function releaseSchedule(sandbox: Sandbox, schedule: Schedule): void {
  const subscription = find(sandbox.state.subscriptions, schedule.subscription);
  const patch: Partial<Schedule> = {
    status: "released",
    released_at: sandbox.now(),
    released_subscription: schedule.subscription,
    subscription: null,
    current_phase: null,
  };
  change(sandbox, schedule, patch, "subscription_schedule.released");
  if (subscription)
    change(sandbox, subscription, { schedule: null }, "customer.subscription.updated");
}

/** At the end of a period the item changes just before the renewal bills it; in the middle, prorations apply. */
export function enterPhase(sandbox: Sandbox, subscription: Subscription, phase: Phase): void {
  if (phase.discounts) {
    const discounts = phase.discounts.map(({ discount }) => discount);
    change(sandbox, subscription, { discounts }, "customer.subscription.updated");
  }
  const [wanted] = phase.items;
  const item = itemOf(subscription);
  if (!wanted || (wanted.price === item.price.id && wanted.quantity === item.quantity)) return;
  const price = get(sandbox.state.prices, "price", wanted.price);
  const at = sandbox.now();
  if (at === item.current_period_end) {
    const sameInterval = price.recurring?.interval === item.price.recurring?.interval;
    const patch = {
      ...withItem(subscription, {
        ...item,
        price: structuredClone(price),
        quantity: wanted.quantity,
      }),
      ...(sameInterval ? {} : { billing_cycle_anchor: at }),
    };
    change(sandbox, subscription, patch, "customer.subscription.updated");
    return;
  }
  const target = { price, quantity: wanted.quantity, at, resetAnchor: false };
  applyChange(sandbox, subscription, changeOf(sandbox, subscription, target), {
    proration: phase.proration_behavior,
    pendingIfIncomplete: false,
  });
}
