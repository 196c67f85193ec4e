import type { Address } from "./customer.ts";
import type { DiscountAmount } from "./discount.ts";
import type { Listed, Metadata } from "./shared.ts";

/** Invoices and credit notes, as Stripe shows them. Times in seconds, amounts in cents. */
export type InvoiceLine = {
  id: string;
  object: "line_item";
  amount: number;
  currency: string;
  description: string;
  /** Absent from what was kept before there were any. */
  discount_amounts?: DiscountAmount[];
  discounts?: string[];
  invoice: string | null;
  metadata: Metadata;
  parent: {
    type: "subscription_item_details";
    invoice_item_details: null;
    subscription_item_details: {
      invoice_item: string | null;
      proration: boolean;
      proration_details: { credited_items: null };
      subscription: string;
      subscription_item: string;
    };
  };
  period: { start: number; end: number };
  pricing: {
    type: "price_details";
    price_details: { price: string; product: string };
    unit_amount_decimal: string;
  };
  quantity: number;
  subtotal: number;
  taxes: LineTax[];
};

export type LineTax = {
  amount: number;
  tax_behavior: "exclusive";
  tax_rate_details: { tax_rate: string } | null;
  taxability_reason: string;
  taxable_amount: number;
  type: "tax_rate_details";
};

type InvoiceStatus = "draft" | "open" | "paid" | "uncollectible" | "void";

export type BillingReason = "subscription_create" | "subscription_cycle" | "subscription_update";

export type Invoice = {
  id: string;
  object: "invoice";
  amount_due: number;
  amount_paid: number;
  amount_remaining: number;
  attempt_count: number;
  attempted: boolean;
  auto_advance: boolean;
  automatic_tax: { enabled: boolean; status: string | null };
  automatically_finalizes_at: number | null;
  billing_reason: BillingReason;
  created: number;
  currency: string;
  customer: string;
  customer_address: Address | null;
  customer_email: string | null;
  customer_name: string | null;
  customer_tax_ids: { type: string; value: string }[];
  /** Absent from what was kept before there were any. */
  discounts?: string[];
  effective_at: number | null;
  ending_balance: number | null;
  hosted_invoice_url: string | null;
  invoice_pdf: string | null;
  lines: Listed<InvoiceLine>;
  metadata: Metadata;
  next_payment_attempt: number | null;
  number: string | null;
  parent: {
    type: "subscription_details";
    quote_details: null;
    subscription_details: { metadata: Metadata; subscription: string };
  };
  payments: Listed<InvoicePayment>;
  period_end: number;
  period_start: number;
  post_payment_credit_notes_amount: number;
  pre_payment_credit_notes_amount: number;
  starting_balance: number;
  status: InvoiceStatus;
  status_transitions: {
    finalized_at: number | null;
    marked_uncollectible_at: number | null;
    paid_at: number | null;
    voided_at: number | null;
  };
  subtotal: number;
  subtotal_excluding_tax: number;
  total: number;
  total_discount_amounts?: DiscountAmount[];
  total_excluding_tax: number;
  total_taxes: LineTax[];
  /** Never sent: the way from an invoice to its payment is `payments`. */
  payment_intent_id: string | null;
};

type InvoicePayment = {
  id: string;
  object: "invoice_payment";
  amount_paid: number | null;
  amount_requested: number;
  created: number;
  currency: string;
  invoice: string;
  is_default: boolean;
  livemode: false;
  payment: { type: "payment_intent"; payment_intent: string };
  status: "open" | "paid" | "canceled";
  status_transitions: { canceled_at: number | null; paid_at: number | null };
};

export type CreditNote = {
  id: string;
  object: "credit_note";
  amount: number;
  created: number;
  currency: string;
  customer: string;
  invoice: string;
  memo: string | null;
  metadata: Metadata;
  number: string;
  pdf: string;
  post_payment_amount: number;
  pre_payment_amount: number;
  reason: string | null;
  refunds: { amount_refunded: number; refund: string; type: "refund" }[];
  status: "issued" | "void";
  subtotal: number;
  total: number;
  total_excluding_tax: number;
  total_taxes: LineTax[];
  type: "pre_payment" | "post_payment";
  voided_at: number | null;
};
