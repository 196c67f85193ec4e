import type Stripe from "stripe";
import type { BillingDoors } from "./billing-doors.ts";
import { idOf } from "./stripe-ids.ts";

/** Everything Stripe knows of one customer that decides what its société may do. */
export type StripeState = {
  readonly customer: Stripe.Customer | Stripe.DeletedCustomer;
  /** Newest first, ended ones included. */
  readonly subscriptions: readonly Stripe.Subscription[];
  /** Newest first. */
  readonly invoices: readonly Stripe.Invoice[];
  readonly creditNotes: readonly Stripe.CreditNote[];
  /** The price of what is to come, for subscriptions that change later: by subscription id. */
  readonly upcoming: ReadonlyMap<string, { readonly price: Stripe.Price; readonly at: number }>;
};

/** Read whole, every time: no event's body is ever trusted for a state. */
export async function fetchStripeState(
  { stripe }: Pick<BillingDoors, "stripe">,
  customerId: string,
): Promise<StripeState> {
  const customer = await stripe.customers.retrieve(customerId, {
    expand: ["invoice_settings.default_payment_method"],
  });
  if (customer.deleted)
    return { customer, subscriptions: [], invoices: [], creditNotes: [], upcoming: new Map() };
  const [subscriptions, invoices] = await Promise.all([
    stripe.subscriptions.list({
      customer: customerId,
      status: "all",
      limit: 100,
      expand: ["data.default_payment_method", "data.schedule", "data.discounts.source.coupon"],
    }),
    stripe.invoices.list({ customer: customerId, limit: 100 }),
  ]);
  const upcoming = await fetchUpcoming(stripe, subscriptions.data);
  const creditNotes = invoices.data.some(isCredited)
    ? (await stripe.creditNotes.list({ customer: customerId, limit: 100 })).data
    : [];
  const read = { subscriptions: subscriptions.data, invoices: invoices.data };
  return { customer, ...read, creditNotes, upcoming };
}

const isCredited = (invoice: Stripe.Invoice): boolean =>
  invoice.pre_payment_credit_notes_amount + invoice.post_payment_credit_notes_amount > 0;

/** What a schedule will put in place of today's price. */
async function fetchUpcoming(stripe: Stripe, subscriptions: readonly Stripe.Subscription[]) {
  const upcoming = new Map<string, { price: Stripe.Price; at: number }>();
  for (const { id, schedule, items } of subscriptions) {
    if (schedule === null || typeof schedule === "string" || schedule.status !== "active") continue;
    const next = schedule.phases.find(
      ({ start_date }) =>
        start_date >= (schedule.current_phase?.end_date ?? Number.POSITIVE_INFINITY),
    );
    const named = next?.items[0]?.price;
    if (!next || named === undefined || idOf(named) === items.data[0]?.price.id) continue;
    upcoming.set(id, { price: await stripe.prices.retrieve(idOf(named)), at: next.start_date });
  }
  return upcoming;
}
