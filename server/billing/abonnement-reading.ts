import type Stripe from "stripe";
import type { Abonnement } from "#db/control/schema/abonnements";
import type { Plan } from "#db/control/schema/plans";
import { giftReading, noGift } from "./gift-reading.ts";
import { planOfPrice } from "./plan-of-price.ts";
import { idOrNull, msOf, msOrNull } from "./stripe-ids.ts";
import type { StripeState } from "./stripe-state.ts";
import { itemOf, subscriptionOf } from "./subscription-of.ts";

/** Every column that Stripe decides, rewritten whole from one reading. */
export type AbonnementReading = Pick<
  Abonnement,
  | "stripeCustomerId"
  | "subscriptionId"
  | "status"
  | "planCode"
  | "periodStart"
  | "periodEnd"
  | "anchorAt"
  | "cancelAt"
  | "endedAt"
  | "pendingPlanCode"
  | "pendingAt"
  | "dueTtc"
  | "dueUrl"
  | "paymentMethod"
  | "offertUntil"
  | "offertMois"
  | "offertHt"
> & {
  /** The oldest unpaid invoice of a subscription in debt. */
  readonly debt: Stripe.Invoice | null;
};

/**
 * What one reading of Stripe says of a société. Pure: the same state gives the same reading whichever event asked.
 *
 * @throws PriceUnknown; Error when a subscription has several items
 */
export function readingOf(state: StripeState, plans: readonly Plan[]): AbonnementReading {
  const { customer } = state;
  const { kept } = subscriptionOf(state.subscriptions);
  if (!kept) return { ...nothing, stripeCustomerId: customer.deleted ? null : customer.id };
  const item = itemOf(kept);
  const invoices = state.invoices.filter((invoice) => subscriptionIdOf(invoice) === kept.id);
  const unpaid = invoices.filter(isUnpaid);
  const upcoming = state.upcoming.get(kept.id);
  const due = owes(kept) ? (unpaid.at(-1) ?? null) : null;
  return {
    stripeCustomerId: customer.id,
    subscriptionId: kept.id,
    status: kept.status as Abonnement["status"],
    planCode: planOfPrice(plans, item.price).code,
    periodStart: msOf(item.current_period_start),
    periodEnd: msOf(item.current_period_end),
    anchorAt: msOf(kept.billing_cycle_anchor),
    cancelAt: kept.status === "canceled" ? null : cancelAtOf(kept, item),
    endedAt: endOf(kept, item, invoices),
    pendingPlanCode: upcoming ? planOfPrice(plans, upcoming.price).code : null,
    pendingAt: upcoming ? msOf(upcoming.at) : null,
    dueTtc: due?.amount_remaining ?? null,
    dueUrl: due?.hosted_invoice_url ?? null,
    paymentMethod: paymentMethodOf(kept, customer),
    ...giftReading(kept, item, invoices),
    debt: inDebt.has(kept.status) ? due : null,
  };
}

const nothing: Omit<AbonnementReading, "stripeCustomerId"> = {
  subscriptionId: null,
  status: null,
  planCode: null,
  periodStart: null,
  periodEnd: null,
  anchorAt: null,
  cancelAt: null,
  endedAt: null,
  pendingPlanCode: null,
  pendingAt: null,
  dueTtc: null,
  dueUrl: null,
  paymentMethod: null,
  ...noGift,
  debt: null,
};

/** Which subscription an invoice bills. */
export const subscriptionIdOf = ({ parent }: Stripe.Invoice): string | null =>
  idOrNull(parent?.subscription_details?.subscription);

const isUnpaid = ({ status, amount_remaining }: Stripe.Invoice): boolean =>
  (status === "open" || status === "uncollectible") && amount_remaining > 0;

const inDebt = new Set<string>(["past_due", "unpaid", "paused"]);
const owes = ({ status, pending_update }: Stripe.Subscription): boolean =>
  inDebt.has(status) || status === "incomplete" || pending_update !== null;

const cancelAtOf = (subscription: Stripe.Subscription, item: Stripe.SubscriptionItem) =>
  msOrNull(
    subscription.cancel_at ?? (subscription.cancel_at_period_end ? item.current_period_end : null),
  );

/** A subscription ended early keeps what it paid for until its period's end; one that ended unpaid, nothing. */
function endOf(
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  invoices: readonly Stripe.Invoice[],
): number | null {
  const { ended_at, status, cancellation_details } = subscription;
  if (ended_at === null) return null;
  const isPaidThrough =
    status === "canceled" &&
    cancellation_details?.reason !== "payment_failed" &&
    invoices.every((invoice) => invoice.status === "paid" || invoice.status === "void") &&
    invoices.some(({ status: one, amount_paid }) => one === "paid" && amount_paid > 0) &&
    invoices.every(
      ({ post_payment_credit_notes_amount }) => post_payment_credit_notes_amount === 0,
    );
  return msOf(isPaidThrough ? Math.max(ended_at, item.current_period_end) : ended_at);
}

function paymentMethodOf(
  { default_payment_method }: Stripe.Subscription,
  customer: StripeState["customer"],
): string | null {
  const ofCustomer = customer.deleted ? null : customer.invoice_settings.default_payment_method;
  const method = default_payment_method ?? ofCustomer;
  if (method === null || typeof method === "string") return null;
  if (method.card) return `${capitalised(method.card.brand)} •••• ${method.card.last4}`;
  return method.sepa_debit ? `SEPA •••• ${method.sepa_debit.last4 ?? ""}` : method.type;
}

const capitalised = (brand: string): string => brand.charAt(0).toUpperCase() + brand.slice(1);
