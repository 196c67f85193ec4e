import type { Price, Product, TaxRate } from "./objects/catalogue.ts";
import type { Customer, PaymentMethod, TaxId } from "./objects/customer.ts";
import type { Coupon, Discount } from "./objects/discount.ts";
import type { CreditNote, Invoice, InvoiceLine } from "./objects/invoice.ts";
import type { CheckoutSession, PortalConfiguration, PortalSession } from "./objects/pages.ts";
import type { Charge, Dispute, PaymentIntent, Refund } from "./objects/payment.ts";
import type { StripeEvent } from "./objects/stripe-event.ts";
import type { Schedule, Subscription } from "./objects/subscription.ts";

export type Table<T> = Record<string, T>;

/** An answer already given to an `Idempotency-Key`. `at` in seconds. */
type KeptAnswer = {
  readonly request: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
};

export type Delivery = {
  id: string;
  event: string;
  type: string;
  /** Of the event, seconds. */
  at: number;
  /** Wall clock, milliseconds: a network waits in real time whatever the product's clock says. */
  sendAt: number;
  attempts: number;
  status: "pending" | "delivered" | "failed" | "dropped";
  code: number | null;
};

/** How the network between the sandbox and the product behaves. Shares from 0 to 1. */
type NetworkOptions = {
  delayMs: number;
  duplicateShare: number;
  shuffle: boolean;
  dropShare: number;
  /** Of the API's calls, answered by an error of Stripe's own. */
  failShare: number;
};

export type State = {
  products: Table<Product>;
  prices: Table<Price>;
  coupons: Table<Coupon>;
  discounts: Table<Discount>;
  customers: Table<Customer>;
  taxIds: Table<TaxId>;
  taxRates: Table<TaxRate>;
  paymentMethods: Table<PaymentMethod>;
  subscriptions: Table<Subscription>;
  schedules: Table<Schedule>;
  invoices: Table<Invoice>;
  /** Proration lines that wait for the next invoice, by subscription. */
  pendingLines: Table<InvoiceLine[]>;
  paymentIntents: Table<PaymentIntent>;
  charges: Table<Charge>;
  refunds: Table<Refund>;
  disputes: Table<Dispute>;
  creditNotes: Table<CreditNote>;
  checkoutSessions: Table<CheckoutSession>;
  portalConfigurations: Table<PortalConfiguration>;
  portalSessions: Table<PortalSession>;
  events: Table<StripeEvent>;
  keptAnswers: Table<KeptAnswer>;
  deliveries: Table<Delivery>;
  /** What is told once only (`<subscription>:upcoming:<period end>`), and when. */
  told: Table<number>;
  network: NetworkOptions;
};

export const emptyState = (): State => ({
  products: {},
  prices: {},
  coupons: {},
  discounts: {},
  customers: {},
  taxIds: {},
  taxRates: {},
  paymentMethods: {},
  subscriptions: {},
  schedules: {},
  invoices: {},
  pendingLines: {},
  paymentIntents: {},
  charges: {},
  refunds: {},
  disputes: {},
  creditNotes: {},
  checkoutSessions: {},
  portalConfigurations: {},
  portalSessions: {},
  events: {},
  keptAnswers: {},
  deliveries: {},
  told: {},
  network: { delayMs: 0, duplicateShare: 0, shuffle: false, dropShare: 0, failShare: 0 },
});
