import type Stripe from "stripe";
import { noteToBook } from "#server/editeur/note-to-book";
import type { ControlTx } from "#server/tenancy/control";

export type Paid = {
  readonly invoices: readonly Stripe.Invoice[];
  readonly creditNotes: readonly Stripe.CreditNote[];
};

/**
 * What the éditeur must issue for one reading of Stripe: each paid invoice, each credit note on one. Known ones are left
 * alone, so a reading misses none and repeats none, whichever events came or were lost.
 */
export async function notePaid(
  tx: ControlTx,
  societeId: string,
  { invoices, creditNotes }: Paid,
  at: number,
): Promise<void> {
  for (const { id: stripeId, status, total } of oldestFirst(invoices))
    if (status === "paid" && total > 0)
      await noteToBook(tx, { stripeId, kind: "facture", societeId, at });
  for (const { id: stripeId, status, total } of oldestFirst(creditNotes))
    if (status === "issued" && total > 0)
      await noteToBook(tx, { stripeId, kind: "avoir", societeId, at });
}

const oldestFirst = <T extends { readonly created: number }>(some: readonly T[]) =>
  [...some].sort((a, b) => a.created - b.created);
