import { formatDay } from "#server/domain/calendar";
import type { FactureContent } from "#server/domain/facture";
import { computeDraft } from "#server/factures/compute-draft";
import { issueContent } from "#server/factures/issue-content";
import { loadParties } from "#server/factures/load-parties";
import type { By } from "#server/journal/recorded";
import { recordReglement } from "#server/reglements/record-reglement";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import type { Booked, Books } from "./books.ts";
import { buyerOf } from "./buyer-of.ts";
import { BookRefused, type PaidInvoice, type PaidLine } from "./paid-document.ts";
import { serviceLigne } from "./service-ligne.ts";

/**
 * The éditeur's facture of a paid subscription invoice, and its règlement, through the engine every société uses. The
 * Stripe id is the idempotency key: once, whatever happens between.
 *
 * @throws BookRefused when our total is not what was paid
 * @throws Refusal as `issueContent` does
 */
export async function issuePaidInvoice(
  books: Books,
  societeId: SocieteId,
  invoice: PaidInvoice,
  by: By,
): Promise<Booked> {
  const { editeur } = books;
  const { stripeId, totalTtc, method, reference } = invoice;
  const content = contentOf(invoice, await buyerOf(books, societeId, by));
  await assertSameTotal(editeur, content, invoice, by);
  const issue = { content, idempotencyKey: `stripe:${stripeId}` };
  const { factureId, number } = await issueContent(editeur, issue, by);
  const received = { receivedOn: invoice.paidOn, reference, idempotencyKey: `stripe:${stripeId}` };
  const reglement = { factureId, sens: "encaissement", amount: totalTtc, method } as const;
  await recordReglement(editeur, { ...reglement, ...received }, by);
  return { factureId, number };
}

async function assertSameTotal(
  editeur: Tenant,
  content: FactureContent,
  { totalTtc }: PaidInvoice,
  { now }: By,
): Promise<void> {
  const parties = await editeur.read((db) => loadParties(db, content.clientId));
  const { totals } = computeDraft(content, parties, now.today);
  if (totals.totalTtc !== totalTtc)
    throw new BookRefused(`paid ${totalTtc} cents, our total is ${totals.totalTtc}`);
}

const contentOf = ({ lines, reference }: PaidInvoice, clientId: string): FactureContent => ({
  clientId,
  subject: "Abonnement FacturePro",
  purchaseOrder: "",
  buyerReference: reference,
  operation: "standard",
  exemptionArticle: "",
  deliveredOn: null,
  echeance: { mode: "jours", days: 0 },
  shipTo: null,
  note: "",
  lignes: lines.map(ligneOf),
  ajustements: [],
});

const ligneOf = ({ label, from, until, amountHt }: PaidLine) =>
  serviceLigne(label, `Du ${formatDay(from)} au ${formatDay(until)}`, amountHt);
