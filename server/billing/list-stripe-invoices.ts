import { atStripe } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { getAbonnementRow } from "./get-abonnement-row.ts";
import { msOf } from "./stripe-ids.ts";

/** Stripe's invoice of the subscription, for display. */
export type StripeInvoiceView = {
  readonly id: string;
  readonly number: string | null;
  /** Milliseconds UTC. */
  readonly createdAt: number;
  /** Cents. */
  readonly totalTtc: number;
  readonly status: "open" | "paid" | "uncollectible" | "void";
  readonly pdfUrl: string | null;
  readonly hostedUrl: string | null;
};

const shown = ["open", "paid", "uncollectible", "void"] as const;

/**
 * The société's invoices at Stripe, newest first, the last hundred; none for one that never subscribed.
 *
 * @throws Refusal BILLING_UNAVAILABLE
 */
export const listStripeInvoices = (doors: BillingDoors, societeId: string) =>
  atStripe("invoices", async (): Promise<StripeInvoiceView[]> => {
    const { stripeCustomerId } = await getAbonnementRow(doors, societeId);
    if (stripeCustomerId === null) return [];
    const { data } = await doors.stripe.invoices.list({ customer: stripeCustomerId, limit: 100 });
    return data.flatMap((invoice) => {
      const status = shown.find((one) => one === invoice.status);
      if (!status) return [];
      return {
        id: invoice.id,
        number: invoice.number,
        createdAt: msOf(invoice.created),
        totalTtc: invoice.total,
        status,
        pdfUrl: invoice.invoice_pdf ?? null,
        hostedUrl: invoice.hosted_invoice_url ?? null,
      };
    });
  });
