import { formatDay } from "#server/domain/calendar";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
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
  const { stripeId, method, reference } = invoice;
  const content = contentOf(invoice, await buyerOf(books, societeId, by));
  const ownTtc = await totalOf(editeur, content, by);
  assertPaid(ownTtc, invoice);
  const acquittement = { paidOn: invoice.paidOn, method };
  const issue = { content, acquittement, idempotencyKey: `stripe:${stripeId}` };
  const { factureId, number } = await issueContent(editeur, issue, by);
  const received = { receivedOn: invoice.paidOn, reference, idempotencyKey: `stripe:${stripeId}` };
  const reglement = { factureId, sens: "encaissement", amount: ownTtc, method } as const;
  await recordReglement(editeur, { ...reglement, ...received }, by);
  return { factureId, number };
}

async function totalOf(editeur: Tenant, content: FactureContent, { now }: By): Promise<Cents> {
  const parties = await editeur.read((db) => loadParties(db, content.clientId));
  return computeDraft(content, parties, now.today).totals.totalTtc;
}

/** Stripe may round the tax ligne by ligne, EN 16931 rounds it once a rate (BR-CO-17): at most a cent a ligne apart. */
function assertPaid(ownTtc: Cents, { totalTtc, lines }: PaidInvoice): void {
  if (Math.abs(ownTtc - totalTtc) > lines.length)
    throw new BookRefused(`paid ${totalTtc} cents, our total is ${ownTtc}`);
}

const contentOf = ({ lines, reference }: PaidInvoice, clientId: string): FactureContent =>
  emptyContent({
    clientId,
    subject: "Abonnement FacturePro",
    buyerReference: reference,
    echeance: { mode: "jours", days: 0 },
    lignes: lines.map(ligneOf),
  });

const ligneOf = ({ label, from, until, amountHt }: PaidLine) =>
  serviceLigne(label, `Du ${formatDay(from)} au ${formatDay(until)}`, amountHt);
