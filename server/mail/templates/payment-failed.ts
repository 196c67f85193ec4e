import { formatEuros } from "#server/domain/amount";
import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";
import { parisDay } from "./paris-day.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  /** Stripe's page to pay it. */
  readonly url: string | null;
  /** The bank asks for a confirmation (3-D Secure) rather than refusing. */
  readonly needsAction: boolean;
  /** Milliseconds UTC. */
  readonly graceEndsAt: number;
  /** Cents. */
  readonly dueTtc: number;
};

/** The first failed payment of an invoice of the subscription; retries send nothing more. */
export const paymentFailed = ({
  appOrigin,
  brand,
  url,
  needsAction,
  graceEndsAt,
  dueTtc,
}: Facts): MailContent =>
  renderMail({
    brand,
    subject: needsAction
      ? "Votre banque attend votre confirmation pour l’abonnement FacturePro"
      : "Le paiement de votre abonnement FacturePro a échoué",
    paragraphs: [
      "Bonjour,",
      needsAction
        ? `Le paiement de ${formatEuros(dueTtc)} pour l’abonnement de « ${brand.nom} » attend une confirmation de votre part auprès de votre banque.`
        : `Le paiement de ${formatEuros(dueTtc)} pour l’abonnement de « ${brand.nom} » a été refusé par votre banque.`,
      `Rien ne change jusqu’au ${parisDay(graceEndsAt)} : vous continuez d’émettre vos factures. Passé ce jour, votre espace sera en lecture seule jusqu’au paiement.`,
    ],
    action: {
      label: needsAction ? "Confirmer le paiement" : "Régler maintenant",
      url: url ?? `${appOrigin}/reglages/abonnement`,
    },
    closing: [
      "Si votre moyen de paiement a changé, mettez-le à jour dans Réglages, Abonnement : le paiement sera tenté de nouveau.",
    ],
  });
