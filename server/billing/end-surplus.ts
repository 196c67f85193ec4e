import type Stripe from "stripe";
import { log } from "#server/log";
import { subscriptionIdOf } from "./abonnement-reading.ts";
import type { BillingDoors } from "./billing-doors.ts";
import type { StripeState } from "./stripe-state.ts";
import { duplicateComment, isDuplicate, subscriptionOf } from "./subscription-of.ts";

/**
 * The last defence against two subscriptions of one société (two pages of payment paid at once): the later one ends
 * now and what it cost is given back by a credit note. Safe to run again: a payment still on its way is given back at the
 * reading that finds it paid.
 *
 * @returns whether anything was done, so that Stripe must be read again
 */
export async function endSurplus({ stripe }: BillingDoors, state: StripeState): Promise<boolean> {
  const { kept, surplus } = subscriptionOf(state.subscriptions);
  for (const { id } of surplus) {
    log.warn({ kept: kept?.id, surplus: id }, "second subscription ended");
    await stripe.subscriptions.cancel(
      id,
      { invoice_now: false, prorate: false, cancellation_details: { comment: duplicateComment } },
      { idempotencyKey: `surplus:${id}` },
    );
  }
  const ended = new Set(
    [...surplus, ...state.subscriptions.filter(isDuplicate)].map(({ id }) => id),
  );
  const toRefund = state.invoices.filter(
    (invoice) => ended.has(subscriptionIdOf(invoice) ?? "") && paidAndKept(invoice) > 0,
  );
  for (const invoice of toRefund) await refund(stripe, invoice);
  return surplus.length > 0 || toRefund.length > 0;
}

/** Cents of an invoice that were paid and not given back. */
const paidAndKept = ({ amount_paid, post_payment_credit_notes_amount }: Stripe.Invoice): number =>
  amount_paid - post_payment_credit_notes_amount;

const refund = (stripe: Stripe, invoice: Stripe.Invoice) =>
  stripe.creditNotes.create(
    {
      invoice: invoice.id,
      amount: paidAndKept(invoice),
      refund_amount: paidAndKept(invoice),
      reason: "duplicate",
    },
    { idempotencyKey: `surplus:${invoice.id}` },
  );
