import { and, eq } from "drizzle-orm";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { factures } from "#db/tenant/schema/factures";
import { cancelFacture } from "#server/factures/cancel-facture";
import { creditFacture } from "#server/factures/credit-facture";
import type { By } from "#server/journal/recorded";
import { recordReglement } from "#server/reglements/record-reglement";
import type { Booked, Books } from "./books.ts";
import { BookRefused, type CreditNote } from "./paid-document.ts";
import { serviceLigne } from "./service-ligne.ts";

/**
 * The éditeur's avoir of a credit note: of its whole facture, or of a ligne for what is given back; and the money that
 * goes back. Once per credit note.
 *
 * @throws BookRefused while its facture is not issued
 * @throws Refusal as `cancelFacture` and `creditFacture` do
 */
export async function issueCreditNote(books: Books, note: CreditNote, by: By): Promise<Booked> {
  const { editeur } = books;
  const { factureId, totalTtc } = await correctedFacture(books, note.invoiceId);
  const act = { factureId, motif: note.reason, idempotencyKey: `stripe:${note.stripeId}` };
  const isWhole = Math.abs(note.totalTtc - totalTtc) <= ROUNDING;
  const { avoirId, number, ...avoir } = isWhole
    ? { ...(await cancelFacture(editeur, act, by)), totalTtc }
    : await creditFacture(editeur, { ...act, lignes: [givenBack(note)] }, by);
  const { method, givenBackOn: receivedOn } = note;
  const back = { factureId, sens: "remboursement", amount: avoir.totalTtc, method } as const;
  const { idempotencyKey } = act;
  await recordReglement(editeur, { ...back, receivedOn, reference: number, idempotencyKey }, by);
  return { factureId: avoirId, number };
}

/** Cents by which Stripe's total of an invoice may differ from its facture's: its ligne by ligne rounding. */
const ROUNDING = 5;

const givenBack = ({ reason, totalHt }: CreditNote) =>
  serviceLigne("Abonnement FacturePro, part rendue", reason, totalHt);

async function correctedFacture({ control, editeur }: Books, invoiceId: string) {
  const issued = and(eq(facturesEditeur.stripeId, invoiceId), eq(facturesEditeur.status, "issued"));
  const [booked] = await control.read((db) => db.select().from(facturesEditeur).where(issued));
  const factureId = booked?.factureId;
  if (!factureId) throw new BookRefused(`the facture of ${invoiceId} is not issued yet`);
  const [facture] = await editeur.read((db) =>
    db.select({ totalTtc: factures.totalTtc }).from(factures).where(eq(factures.id, factureId)),
  );
  if (!facture) throw new BookRefused(`the facture of ${invoiceId} is not in these books`);
  return { factureId, totalTtc: facture.totalTtc };
}
