import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { abonnements } from "#db/control/schema/abonnements";
import { plans } from "#db/control/schema/plans";
import { addDays, compareDays, todayInParis } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import type {
  CreditNote,
  PaidDocument,
  PaidInvoice,
  PaidLine,
} from "#server/editeur/paid-document";
import type { BillingDoors } from "./billing-doors.ts";
import { planOfPrice } from "./plan-of-price.ts";
import { idOf, idOrNull, msOf } from "./stripe-ids.ts";

type Doors = Pick<BillingDoors, "stripe" | "control">;

/** What was paid (`in_…`) or given back (`cn_…`), read again at Stripe and said in the words of the éditeur's books. */
export const readPaidDocument = (doors: Doors, stripeId: string): Promise<PaidDocument> =>
  stripeId.startsWith("cn_") ? readCreditNote(doors, stripeId) : readInvoice(doors, stripeId);

async function readInvoice(doors: Doors, stripeId: string): Promise<PaidInvoice> {
  const { stripe } = doors;
  const invoice = await stripe.invoices.retrieve(stripeId);
  const listed = await stripe.invoices.listLineItems(stripeId, { limit: 100 });
  const lines: PaidLine[] = [];
  for (const line of listed.data) lines.push(await lineOf(doors, line));
  return {
    kind: "facture",
    stripeId,
    reference: invoice.number ?? stripeId,
    lines,
    ...amountsOf(invoice),
    method: await methodOf(doors, idOrNull(invoice.customer)),
    paidOn: dayOf(invoice.status_transitions.paid_at ?? invoice.created),
  };
}

async function readCreditNote(doors: Doors, stripeId: string): Promise<CreditNote> {
  const note = await doors.stripe.creditNotes.retrieve(stripeId);
  return {
    kind: "avoir",
    stripeId,
    invoiceId: idOf(note.invoice),
    reason: note.memo ?? reasons[note.reason ?? ""] ?? "Remboursement",
    ...amountsOf(note),
    method: await methodOf(doors, idOf(note.customer)),
    givenBackOn: dayOf(note.created),
  };
}

const reasons: Readonly<Record<string, string>> = {
  duplicate: "Abonnement souscrit deux fois",
  fraudulent: "Paiement contesté",
  order_change: "Changement d’abonnement",
  product_unsatisfactory: "Geste commercial",
};

/** An amount given back by a discount comes off its line: what is left is what was paid for it. */
async function lineOf(doors: Doors, line: Stripe.InvoiceLineItem): Promise<PaidLine> {
  const discounts = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const { start, end } = line.period;
  return {
    label: await labelOf(doors, line),
    from: dayOf(start),
    until: lastDayOf(start, end),
    amountHt: line.amount - discounts,
  };
}

async function labelOf({ stripe, control }: Doors, line: Stripe.InvoiceLineItem) {
  const priced = line.pricing?.price_details?.price;
  if (priced === undefined) return line.description ?? "Abonnement FacturePro";
  const price = typeof priced === "string" ? await stripe.prices.retrieve(priced) : priced;
  const sold = await control.read((db) => db.select().from(plans));
  const { nom } = planOfPrice(sold, price);
  if (line.amount < 0) return `Offre ${nom}, temps non utilisé`;
  const isProrated = line.parent?.subscription_item_details?.proration === true;
  return isProrated ? `Offre ${nom}, reste de la période` : `Offre ${nom}`;
}

type Amounts = { readonly total: number; readonly total_excluding_tax: number | null };

function amountsOf({ total, total_excluding_tax }: Amounts) {
  const totalHt = total_excluding_tax ?? total;
  return { totalHt, totalTva: total - totalHt, totalTtc: total };
}

async function methodOf({ control }: Doors, customerId: string | null) {
  if (customerId === null) return "carte";
  const [row] = await control.read((db) =>
    db
      .select({ method: abonnements.paymentMethod })
      .from(abonnements)
      .where(eq(abonnements.stripeCustomerId, customerId)),
  );
  return row?.method?.startsWith("SEPA") ? "prelevement" : "carte";
}

/** A period ends at the hour the next one begins: its last day is the one before, as the next facture says. */
function lastDayOf(start: number, end: number): CalendarDay {
  const dayBefore = addDays(dayOf(end), -1);
  return compareDays(dayBefore, dayOf(start)) < 0 ? dayOf(start) : dayBefore;
}

const dayOf = (seconds: number) => todayInParis(msOf(seconds));
