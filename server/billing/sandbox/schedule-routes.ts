import { prorationBehaviours } from "./change-subscription.ts";
import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { Phase, Schedule, Subscription } from "./objects/subscription.ts";
import { periodAt } from "./periods.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { enterPhase, releaseSchedule } from "./schedule-life.ts";
import { missing, StripeError } from "./stripe-error.ts";
import { cancelNow, hasEnded, itemOf } from "./subscription-life.ts";

const path = "/v1/subscription_schedules";

export const scheduleRoutes: readonly Route[] = [
  ["POST", path, create],
  ["GET", path, list],
  ["GET", `${path}/:id`, (box, _, id) => render(scheduleOf(box, id))],
  ["POST", `${path}/:id`, update],
  ["POST", `${path}/:id/release`, release],
  ["POST", `${path}/:id/cancel`, cancel],
];

const scheduleOf = ({ state }: Sandbox, id: string) =>
  get(state.schedules, "subscription_schedule", id);

function list(sandbox: Sandbox, form: Form): Json {
  const customer = form.textOrNull("customer");
  const rows = Object.values(sandbox.state.schedules).filter(
    (one) => customer === null || one.customer === customer,
  );
  return listOf(form, path, rows);
}

function create(sandbox: Sandbox, form: Form): Json {
  const from = form.need("from_subscription");
  if (form.has("phases"))
    throw new StripeError("You cannot set `phases` if `from_subscription` is set.", {
      param: "phases",
    });
  const subscription = get(sandbox.state.subscriptions, "subscription", from, "from_subscription");
  if (subscription.schedule)
    throw new StripeError(
      "You cannot migrate a subscription that is already attached to a schedule: " +
        subscription.schedule,
      { param: "from_subscription" },
    );
  if (hasEnded(subscription))
    throw new StripeError("You can not migrate a subscription that is already canceled.", {
      param: "from_subscription",
    });
  const schedule = scheduleFrom(sandbox, subscription);
  sandbox.state.schedules[schedule.id] = schedule;
  sandbox.emit("subscription_schedule.created", schedule);
  change(sandbox, subscription, { schedule: schedule.id }, "customer.subscription.updated");
  return render(schedule);
}

function scheduleFrom(sandbox: Sandbox, subscription: Subscription): Schedule {
  const { price, quantity, current_period_start, current_period_end } = itemOf(subscription);
  const phase: Phase = {
    start_date: current_period_start,
    end_date: current_period_end,
    items: [{ price: price.id, quantity }],
    proration_behavior: "create_prorations",
    discounts: (subscription.discounts ?? []).map(keptDiscount),
    metadata: {},
  };
  return {
    id: sandbox.newId("sub_sched"),
    object: "subscription_schedule",
    canceled_at: null,
    completed_at: null,
    created: sandbox.now(),
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    customer: subscription.customer,
    end_behavior: "release",
    metadata: {},
    phases: [phase],
    released_at: null,
    released_subscription: null,
    status: "active",
    subscription: subscription.id,
  };
}

const keptDiscount = (discount: string) => ({ coupon: null, discount, promotion_code: null });

function assertActive({ id, status }: Schedule): void {
  if (status !== "active" && status !== "not_started")
    throw new StripeError(`Schedule ${id} is ${status} and can no longer be changed.`);
}

function update(sandbox: Sandbox, form: Form, id: string): Json {
  const schedule = scheduleOf(sandbox, id);
  assertActive(schedule);
  const phases = form.has("phases") ? phasesOf(sandbox, form, schedule) : schedule.phases;
  const now = sandbox.now();
  const current = phases.find((one) => one.start_date <= now && now < one.end_date) ?? phases[0];
  const patch: Partial<Schedule> = {
    end_behavior: form.choice("end_behavior", ["cancel", "release"]) ?? schedule.end_behavior,
    metadata: form.metadata(schedule.metadata),
    phases,
    current_phase: current ? { start_date: current.start_date, end_date: current.end_date } : null,
  };
  change(sandbox, schedule, patch, "subscription_schedule.updated");
  const subscription = find(sandbox.state.subscriptions, schedule.subscription);
  if (subscription && current) enterPhase(sandbox, subscription, current);
  return render(schedule);
}

/** Phases follow each other: each starts where the one before ends, the last lasts one period when it does not say. */
function phasesOf(sandbox: Sandbox, form: Form, schedule: Schedule): Phase[] {
  const phases: Phase[] = [];
  for (const given of form.each("phases")) {
    const before = phases.at(-1);
    const said = given.text("start_date") === "now" ? sandbox.now() : given.integer("start_date");
    const start = said ?? before?.end_date ?? schedule.current_phase?.start_date ?? sandbox.now();
    if (!before && start !== schedule.current_phase?.start_date && said !== sandbox.now())
      throw new StripeError("You can not modify the start date of the current phase.", {
        param: "phases[0][start_date]",
      });
    const items = given.each("items").map((item) => ({
      price: get(sandbox.state.prices, "price", item.need("price"), item.nameOf("price")).id,
      quantity: item.integer("quantity") ?? 1,
    }));
    if (items.length === 0) throw missing(given.nameOf("items"));
    phases.push({
      start_date: start,
      end_date: endOf(sandbox, given, start, items[0]?.price ?? ""),
      items,
      proration_behavior:
        given.choice("proration_behavior", prorationBehaviours) ?? "create_prorations",
      // said by nobody, a phase has none: it does not inherit those of the phase before
      discounts: given.each("discounts").map((one) => keptDiscount(one.need("discount"))),
      metadata: given.metadata(),
    });
  }
  return phases;
}

function endOf(sandbox: Sandbox, phase: Form, start: number, priceId: string): number {
  const end = phase.integer("end_date");
  if (end !== undefined) return end;
  const { recurring } = get(sandbox.state.prices, "price", priceId);
  const duration = phase.in("duration");
  const unit = recurring ?? { interval: "month" as const, interval_count: 1 };
  const said = duration.choice("interval", ["day", "week", "month", "year"]);
  const once = said
    ? { interval: said, interval_count: duration.integer("interval_count") ?? 1 }
    : unit;
  const times = phase.integer("iterations") ?? 1;
  return periodAt(start, { ...once, interval_count: once.interval_count * times }, start).end;
}

function release(sandbox: Sandbox, _: Form, id: string): Json {
  const schedule = scheduleOf(sandbox, id);
  assertActive(schedule);
  releaseSchedule(sandbox, schedule);
  return render(schedule);
}

function cancel(sandbox: Sandbox, _: Form, id: string): Json {
  const schedule = scheduleOf(sandbox, id);
  assertActive(schedule);
  const subscription = find(sandbox.state.subscriptions, schedule.subscription);
  if (subscription) cancelNow(sandbox, subscription, "cancellation_requested");
  return render(schedule);
}
