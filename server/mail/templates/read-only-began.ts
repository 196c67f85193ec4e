import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

type Facts = { readonly appOrigin: string; readonly brand: MailBrand; readonly url: string | null };

/** Grace is over and the debt still open. */
export const readOnlyBegan = ({ appOrigin, brand, url }: Facts): MailContent =>
  renderMail({
    brand,
    subject: "Votre espace FacturePro est en lecture seule",
    paragraphs: [
      "Bonjour,",
      `L’abonnement de « ${brand.nom} » reste impayé : l’espace est en lecture seule. Vous ne pouvez plus émettre de factures.`,
      "Tout reste consultable et exportable, vous pouvez toujours annuler une facture par un avoir et enregistrer les règlements reçus. Rien n’est supprimé.",
      "Dès le paiement, vous pourrez de nouveau émettre, aussitôt.",
    ],
    action: { label: "Régler maintenant", url: url ?? `${appOrigin}/reglages/abonnement` },
  });
