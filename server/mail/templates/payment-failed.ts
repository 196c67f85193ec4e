import { formatEuros } from "#server/domain/amount";
import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";
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
export function paymentFailed(facts: Facts): Letter {
  const { brand, needsAction, graceEndsAt, dueTtc } = facts;
  const { nom } = brand;
  const url = facts.url ?? `${facts.appOrigin}/reglages/abonnement`;
  const amounts = { fr: formatEuros(dueTtc), en: formatEuros(dueTtc, "en") };
  return letter({
    fr: () => ({
      brand,
      subject: needsAction
        ? "Votre banque attend votre confirmation pour l’abonnement FacturePro"
        : "Le paiement de votre abonnement FacturePro a échoué",
      paragraphs: [
        needsAction
          ? `Le paiement de ${amounts.fr} pour l’abonnement de « ${nom} » attend une confirmation de votre part auprès de votre banque.`
          : `Le paiement de ${amounts.fr} pour l’abonnement de « ${nom} » a été refusé par votre banque.`,
        `Rien ne change jusqu’au ${parisDay(graceEndsAt)} : vous continuez d’émettre vos factures. Passé ce jour, votre espace sera en lecture seule jusqu’au paiement.`,
      ],
      action: { label: needsAction ? "Confirmer le paiement" : "Régler maintenant", url },
      closing: [
        "Si votre moyen de paiement a changé, mettez-le à jour dans Réglages, Abonnement : le paiement sera tenté de nouveau.",
      ],
    }),
    en: () => ({
      brand,
      subject: needsAction
        ? "Your bank awaits your confirmation for the FacturePro subscription"
        : "The payment of your FacturePro subscription has failed",
      paragraphs: [
        needsAction
          ? `The payment of ${amounts.en} for the subscription of “${nom}” awaits your confirmation with your bank.`
          : `The payment of ${amounts.en} for the subscription of “${nom}” was refused by your bank.`,
        `Nothing changes until ${parisDay(graceEndsAt, "en")}: you go on issuing your invoices. After that day your space is read-only until the payment.`,
      ],
      action: { label: needsAction ? "Confirm the payment" : "Pay now", url },
      closing: [
        "If your means of payment has changed, update it in Settings, Subscription: the payment will be tried again.",
      ],
    }),
  });
}
