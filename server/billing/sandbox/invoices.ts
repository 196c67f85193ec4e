import { discountAmounts, spendOnce, totalDiscounts } from "./discounts.ts";
import type { DiscountAmount } from "./objects/discount.ts";
import type { BillingReason, Invoice, InvoiceLine } from "./objects/invoice.ts";
import type { Subscription, SubscriptionItem } from "./objects/subscription.ts";
import { hour } from "./periods.ts";
import { change, find, type Sandbox } from "./sandbox.ts";
import { setFields } from "./set-fields.ts";
import { lineTaxes, totalTaxes, treatmentOf } from "./taxes.ts";

export type LineDraft = {
  readonly item: SubscriptionItem;
  readonly amount: number;
  readonly description: string;
  readonly period: { readonly start: number; readonly end: number };
  readonly proration: boolean;
};

export type InvoiceDraft = {
  readonly subscription: Subscription;
  readonly reason: BillingReason;
  readonly lines: readonly LineDraft[];
  readonly period: { readonly start: number; readonly end: number };
  /** False: stays a draft until somebody acts (a subscription that is not paid). */
  readonly advances: boolean;
};

const units = { day: "jour", week: "semaine", month: "mois", year: "an" } as const;

/** The line of one whole period, in the French of Stripe: that of a customer whose preferred locale it is. */
export function periodLine(sandbox: Sandbox, item: SubscriptionItem): LineDraft {
  const { product, recurring, unit_amount } = item.price;
  const name = find(sandbox.state.products, product)?.name ?? product;
  const amount = unit_amount * item.quantity;
  const each = (unit_amount / 100).toFixed(2).replace(".", ",");
  return {
    item,
    amount,
    description: `${item.quantity} × ${name} (à ${each} € / ${units[recurring?.interval ?? "month"]})`,
    period: { start: item.current_period_start, end: item.current_period_end },
    proration: false,
  };
}

/** An invoice that is kept nowhere yet: what a preview shows too. */
export function draftInvoice(
  sandbox: Sandbox,
  draft: InvoiceDraft,
  id = sandbox.newId("in"),
): Invoice {
  const { subscription, reason, period } = draft;
  const customer = find(sandbox.state.customers, subscription.customer);
  const off = discountAmounts(sandbox, subscription, draft.lines);
  const lines = draft.lines.map((line, rank) =>
    wholeLine(sandbox, subscription, { ...line, off: off[rank] ?? [] }, id),
  );
  const invoice: Invoice = {
    id,
    object: "invoice",
    ...blankAmounts,
    attempt_count: 0,
    attempted: false,
    auto_advance: draft.advances,
    automatic_tax: {
      enabled: subscription.automatic_tax.enabled,
      status: subscription.automatic_tax.enabled ? "complete" : null,
    },
    automatically_finalizes_at: draft.advances ? sandbox.now() + hour : null,
    billing_reason: reason,
    created: sandbox.now(),
    currency: subscription.currency,
    customer: subscription.customer,
    customer_address: customer?.address ?? null,
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_tax_ids: Object.values(sandbox.state.taxIds)
      .filter((one) => one.customer === subscription.customer)
      .map(({ type, value }) => ({ type, value })),
    discounts: [...(subscription.discounts ?? [])],
    effective_at: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: {
      object: "list",
      data: lines,
      has_more: false,
      total_count: lines.length,
      url: `/v1/invoices/${id}/lines`,
    },
    metadata: {},
    next_payment_attempt: draft.advances ? sandbox.now() + hour : null,
    number: null,
    parent: {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
    },
    payments: { object: "list", data: [], has_more: false, url: `/v1/invoices/${id}/payments` },
    period_start: period.start,
    period_end: period.end,
    starting_balance: customer?.balance ?? 0,
    status: "draft",
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    payment_intent_id: null,
  };
  return addUp(invoice);
}

const blankAmounts = {
  amount_due: 0,
  amount_paid: 0,
  amount_remaining: 0,
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  subtotal: 0,
  subtotal_excluding_tax: 0,
  total: 0,
  total_excluding_tax: 0,
  total_taxes: [],
};

/** Totals from the lines; what the customer has in credit (a negative balance) is taken off first. */
function addUp(invoice: Invoice): Invoice {
  const lines = invoice.lines.data;
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const taxes = totalTaxes(lines);
  const discounts = totalDiscounts(lines);
  const net = subtotal - discounts.reduce((sum, { amount }) => sum + amount, 0);
  const total = net + taxes.reduce((sum, tax) => sum + tax.amount, 0);
  const due = Math.max(0, total + invoice.starting_balance);
  return setFields(invoice, {
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: discounts,
    total_excluding_tax: net,
    total_taxes: taxes,
    amount_due: due,
    amount_remaining: due,
  });
}

function wholeLine(
  sandbox: Sandbox,
  subscription: Subscription,
  line: LineDraft & { readonly off: DiscountAmount[] },
  invoice: string,
): InvoiceLine {
  const { item } = line;
  const customer = find(sandbox.state.customers, subscription.customer);
  const rates = item.tax_rates.length > 0 ? item.tax_rates : subscription.default_tax_rates;
  const treatment = treatmentOf(sandbox, customer, {
    automatic: subscription.automatic_tax.enabled,
    rates,
  });
  return {
    id: sandbox.newId("il"),
    object: "line_item",
    amount: line.amount,
    currency: subscription.currency,
    description: line.description,
    discount_amounts: line.off,
    discounts: line.off.map(({ discount }) => discount),
    invoice,
    metadata: subscription.metadata,
    parent: {
      type: "subscription_item_details",
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.proration,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: item.id,
      },
    },
    period: { ...line.period },
    pricing: {
      type: "price_details",
      price_details: { price: item.price.id, product: item.price.product },
      unit_amount_decimal: String(item.price.unit_amount),
    },
    quantity: item.quantity,
    subtotal: line.amount,
    taxes: lineTaxes(line.amount - line.off.reduce((sum, one) => sum + one.amount, 0), treatment),
  };
}

/** Draft an invoice of a subscription, prorations that waited for it included, and keep it. */
export function createInvoice(sandbox: Sandbox, draft: InvoiceDraft): Invoice {
  const { subscription } = draft;
  const invoice = draftInvoice(sandbox, draft);
  const waiting = sandbox.state.pendingLines[subscription.id] ?? [];
  delete sandbox.state.pendingLines[subscription.id];
  invoice.lines.data.unshift(...waiting.map((line) => ({ ...line, invoice: invoice.id })));
  invoice.lines.total_count = invoice.lines.data.length;
  sandbox.state.invoices[invoice.id] = addUp(invoice);
  spendOnce(sandbox, subscription, invoice);
  sandbox.emit("invoice.created", invoice);
  return invoice;
}

/** Number the invoice and fix its amounts. A negative total goes to the customer's balance. */
export function finalizeInvoice(sandbox: Sandbox, invoice: Invoice): void {
  const customer = sandbox.state.customers[invoice.customer];
  if (customer) {
    invoice.starting_balance = customer.balance;
    addUp(invoice);
    const rank = customer.next_invoice_sequence;
    invoice.number = `${customer.invoice_prefix}-${String(rank).padStart(4, "0")}`;
    const balance = Math.min(0, customer.balance + invoice.total);
    invoice.ending_balance = invoice.total + customer.balance > 0 ? 0 : balance;
    const patch = { balance: invoice.ending_balance, currency: invoice.currency };
    customer.next_invoice_sequence = rank + 1;
    change(
      sandbox,
      customer,
      patch,
      patch.balance === customer.balance ? null : "customer.updated",
    );
  }
  const page = `${sandbox.pagesOrigin}/bac-a-sable/facture/${invoice.id}`;
  setFields(invoice, {
    status: "open",
    effective_at: sandbox.now(),
    automatically_finalizes_at: null,
    hosted_invoice_url: page,
    invoice_pdf: `${page}/pdf`,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, finalized_at: sandbox.now() },
  } satisfies Partial<Invoice>);
  sandbox.emit("invoice.finalized", invoice);
}

export function voidInvoice(sandbox: Sandbox, invoice: Invoice): void {
  const patch: Partial<Invoice> = {
    status: "void",
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, voided_at: sandbox.now() },
  };
  change(sandbox, invoice, patch, "invoice.voided");
}
