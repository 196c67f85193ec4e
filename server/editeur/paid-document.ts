import type { CalendarDay } from "#server/domain/calendar-day";
import type { Cents } from "#server/domain/money";
import type { ReglementMethod } from "#server/domain/reglement";

/** One line of what a société paid: what, for which days, and its amount HT, negative when it gives time back. */
export type PaidLine = {
  readonly label: string;
  readonly from: CalendarDay;
  /** Last day included. */
  readonly until: CalendarDay;
  readonly amountHt: Cents;
};

type Amounts = { readonly totalHt: Cents; readonly totalTva: Cents; readonly totalTtc: Cents };

/** A subscription invoice paid at Stripe, in our words. */
export type PaidInvoice = Amounts & {
  readonly kind: "facture";
  readonly stripeId: string;
  /** Stripe's own number, kept as the reference of the order. */
  readonly reference: string;
  readonly lines: readonly PaidLine[];
  readonly method: ReglementMethod;
  readonly paidOn: CalendarDay;
};

/** A credit note at Stripe on one of those invoices. */
export type CreditNote = Amounts & {
  readonly kind: "avoir";
  readonly stripeId: string;
  readonly invoiceId: string;
  readonly reason: string;
  readonly method: ReglementMethod;
  readonly givenBackOn: CalendarDay;
};

export type PaidDocument = PaidInvoice | CreditNote;

/** The document cannot be made as it stands, and says why: seen by the operator, tried again later. */
export class BookRefused extends Error {
  override readonly name = "BookRefused";
}
