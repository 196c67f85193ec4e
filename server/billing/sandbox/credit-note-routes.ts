import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { CreditNote, Invoice, LineTax } from "./objects/invoice.ts";
import { refundCharge } from "./payment-routes.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, find, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

export const creditNoteRoutes: readonly Route[] = [
  ["POST", "/v1/credit_notes", create],
  ["GET", "/v1/credit_notes", list],
  [
    "GET",
    "/v1/credit_notes/:id",
    ({ state }, _, id) => render(get(state.creditNotes, "credit note", id)),
  ],
  [
    "GET",
    "/v1/credit_notes/:id/lines",
    () => ({ object: "list", data: [], has_more: false, url: "/v1/credit_notes/lines" }),
  ],
  ["POST", "/v1/credit_notes/:id/void", voidNote],
];

function list(sandbox: Sandbox, form: Form): Json {
  const invoice = form.textOrNull("invoice");
  const customer = form.textOrNull("customer");
  const rows = Object.values(sandbox.state.creditNotes).filter(
    (one) =>
      (invoice === null || one.invoice === invoice) &&
      (customer === null || one.customer === customer),
  );
  return listOf(form, "/v1/credit_notes", rows);
}

/** Of an amount with tax; a paid invoice's is refunded or credited, an open one owes that much less. */
function create(sandbox: Sandbox, form: Form): Json {
  const invoice = get(sandbox.state.invoices, "invoice", form.need("invoice"), "invoice");
  const amount =
    form.integer("amount") ?? form.integer("refund_amount") ?? form.integer("credit_amount");
  if (amount === undefined || amount <= 0)
    throw new StripeError("You must specify one of `amount`, `lines`, or `shipping_cost`.", {
      code: "parameter_missing",
      param: "amount",
    });
  assertCreditable(sandbox, invoice, amount);
  const wasPaid = invoice.status === "paid";
  const note = noteOf(sandbox, form, invoice, amount);
  const refunded = form.integer("refund_amount") ?? 0;
  if (wasPaid && refunded > 0) note.refunds = [refundPart(sandbox, invoice, refunded)];
  sandbox.state.creditNotes[note.id] = note;
  if (wasPaid) invoice.post_payment_credit_notes_amount += amount;
  else {
    invoice.pre_payment_credit_notes_amount += amount;
    invoice.amount_due -= amount;
    invoice.amount_remaining -= amount;
  }
  sandbox.emit("credit_note.created", note);
  const credited = form.integer("credit_amount") ?? 0;
  const customer = find(sandbox.state.customers, invoice.customer);
  if (customer && credited > 0)
    change(sandbox, customer, { balance: customer.balance - credited }, "customer.updated");
  return render(note);
}

function assertCreditable(sandbox: Sandbox, invoice: Invoice, amount: number): void {
  if (invoice.status !== "paid" && invoice.status !== "open")
    throw new StripeError("Credit notes can only be created on finalized invoices.", {
      param: "invoice",
    });
  const already = Object.values(sandbox.state.creditNotes)
    .filter((one) => one.invoice === invoice.id && one.status === "issued")
    .reduce((sum, one) => sum + one.amount, 0);
  if (already + amount > invoice.total)
    throw new StripeError(`The sum of credit notes is greater than the invoice's total.`, {
      param: "amount",
    });
}

function refundPart(sandbox: Sandbox, invoice: Invoice, amount: number) {
  const intent = get(
    sandbox.state.paymentIntents,
    "payment_intent",
    invoice.payment_intent_id ?? "",
  );
  const refund = refundCharge(sandbox, intent.latest_charge ?? "", amount, "requested_by_customer");
  return { amount_refunded: amount, refund: refund.id, type: "refund" as const };
}

function noteOf(sandbox: Sandbox, form: Form, invoice: Invoice, amount: number): CreditNote {
  const taxes = invoice.total_taxes.map((tax): LineTax => {
    const share = amount / invoice.total;
    return {
      ...tax,
      amount: Math.round(tax.amount * share),
      taxable_amount: Math.round(tax.taxable_amount * share),
    };
  });
  const tax = taxes.reduce((sum, one) => sum + one.amount, 0);
  const id = sandbox.newId("cn");
  const rank =
    Object.values(sandbox.state.creditNotes).filter((one) => one.invoice === invoice.id).length + 1;
  const isAfter = invoice.status === "paid";
  return {
    id,
    object: "credit_note",
    amount,
    created: sandbox.now(),
    currency: invoice.currency,
    customer: invoice.customer,
    invoice: invoice.id,
    memo: form.textOrNull("memo"),
    metadata: form.metadata(),
    number: `${invoice.number}-CN-${String(rank).padStart(2, "0")}`,
    pdf: `${sandbox.pagesOrigin}/bac-a-sable/facture/${invoice.id}/pdf`,
    post_payment_amount: isAfter ? amount : 0,
    pre_payment_amount: isAfter ? 0 : amount,
    reason:
      form.choice("reason", [
        "duplicate",
        "fraudulent",
        "order_change",
        "product_unsatisfactory",
      ]) ?? null,
    refunds: [],
    status: "issued",
    subtotal: amount - tax,
    total: amount,
    total_excluding_tax: amount - tax,
    total_taxes: taxes,
    type: isAfter ? "post_payment" : "pre_payment",
    voided_at: null,
  };
}

function voidNote(sandbox: Sandbox, _: Form, id: string): Json {
  const note = get(sandbox.state.creditNotes, "credit note", id);
  change(sandbox, note, { status: "void", voided_at: sandbox.now() }, "credit_note.voided");
  return render(note);
}
