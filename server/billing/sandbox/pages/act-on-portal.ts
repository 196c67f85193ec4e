import type { Price } from "../objects/catalogue.ts";
import type { PortalSession } from "../objects/pages.ts";
import type { Subscription } from "../objects/subscription.ts";
import type { OpenSandbox } from "../open-sandbox.ts";
import { addPaymentMethod } from "../payment-methods.ts";
import { find, get } from "../sandbox.ts";
import { StripeError } from "../stripe-error.ts";
import { itemOf } from "../subscription-life.ts";
import { callApi } from "./call-api.ts";
import type { Typed } from "./checkout-page.ts";
import { runningOf } from "./portal-page.ts";

/** One of the portal's forms. @throws StripeError for what Stripe's rules refuse */
export async function actOnPortal(
  box: OpenSandbox,
  session: PortalSession,
  typed: Typed,
): Promise<void> {
  const { sandbox } = box.store;
  const running = runningOf(sandbox, session.customer);
  if (typed["act"] === "method") return changeMethod(box, session.customer, running, typed);
  if (!running) throw new StripeError("No subscription.");
  const path = `subscriptions/${running.id}`;
  if (typed["act"] === "change") {
    const price = get(sandbox.state.prices, "price", typed["price"] ?? "");
    return changePrice(box, running, price);
  }
  if (running.schedule)
    await callApi(box, `subscription_schedules/${running.schedule}/release`, {});
  await callApi(box, path, { cancel_at_period_end: String(typed["act"] === "cancel") });
}

/** Less: a cheaper price of the same interval, or a month instead of a year. */
function isLess(from: Price, to: Price): boolean {
  if (from.recurring?.interval === to.recurring?.interval) return to.unit_amount < from.unit_amount;
  return to.recurring?.interval !== "year";
}

/** As the configuration says: more at once, with its proration; less at the end of the period, by a schedule. */
async function changePrice(box: OpenSandbox, running: Subscription, price: Price): Promise<void> {
  const item = itemOf(running);
  if (running.schedule)
    await callApi(box, `subscription_schedules/${running.schedule}/release`, {});
  if (!isLess(item.price, price))
    return callApi(box, `subscriptions/${running.id}`, {
      "items[0][id]": item.id,
      "items[0][price]": price.id,
      proration_behavior: "always_invoice",
      payment_behavior: "pending_if_incomplete",
    });
  await callApi(box, "subscription_schedules", { from_subscription: running.id });
  const { schedule } = get(box.store.sandbox.state.subscriptions, "subscription", running.id);
  await callApi(box, `subscription_schedules/${schedule}`, {
    end_behavior: "release",
    "phases[0][items][0][price]": item.price.id,
    "phases[0][start_date]": String(item.current_period_start),
    "phases[0][end_date]": String(item.current_period_end),
    "phases[1][items][0][price]": price.id,
    "phases[1][proration_behavior]": "none",
  });
}

/** The portal sets the new method everywhere it counts, and pays with it what was left unpaid. */
async function changeMethod(
  box: OpenSandbox,
  customer: string,
  running: Subscription | null,
  typed: Typed,
): Promise<void> {
  const { sandbox } = box.store;
  const method = addPaymentMethod(sandbox, customer, typed["numero"] || typed["saisi"] || "");
  await callApi(box, `customers/${customer}`, {
    "invoice_settings[default_payment_method]": method.id,
  });
  if (!running) return;
  await callApi(box, `subscriptions/${running.id}`, { default_payment_method: method.id });
  const latest = find(sandbox.state.invoices, running.latest_invoice);
  if (latest?.status === "open")
    await callApi(box, `invoices/${latest.id}/pay`, { off_session: "false" });
}
