import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand; readonly url: string | null };

/** Grace is over and the debt still open. */
export function readOnlyBegan({ appOrigin, brand, url: due }: Facts): Letter {
  const url = due ?? `${appOrigin}/reglages/abonnement`;
  return letter({
    fr: () => ({
      brand,
      subject: "Votre espace FacturePro est en lecture seule",
      paragraphs: [
        `L’abonnement de « ${brand.nom} » reste impayé : l’espace est en lecture seule. Vous ne pouvez plus émettre de factures.`,
        "Tout reste consultable et exportable, vous pouvez toujours annuler une facture par un avoir et enregistrer les règlements reçus. Rien n’est supprimé.",
        "Dès le paiement, vous pourrez de nouveau émettre, aussitôt.",
      ],
      action: { label: "Régler maintenant", url },
    }),
    en: () => ({
      brand,
      subject: "Your FacturePro space is read-only",
      paragraphs: [
        `The subscription of “${brand.nom}” is still unpaid: the space is read-only. You cannot issue invoices any more.`,
        "Everything can still be read and exported; you can still cancel an invoice by a credit note and record the payments received. Nothing is deleted.",
        "As soon as it is paid, you can issue again, at once.",
      ],
      action: { label: "Pay now", url },
    }),
  });
}
