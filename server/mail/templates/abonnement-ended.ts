import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";
import { parisDay } from "./paris-day.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  /** Milliseconds UTC. */
  readonly endsAt: number;
};

export const abonnementEnded = ({ appOrigin, brand, endsAt }: Facts): MailContent =>
  renderMail({
    brand,
    subject: "Votre abonnement FacturePro a pris fin",
    paragraphs: [
      "Bonjour,",
      `L’abonnement de « ${brand.nom} » prend fin le ${parisDay(endsAt)}. À partir de ce jour, votre société est sur l’offre Gratuit.`,
      "Vos factures, vos clients et vos produits sont tous conservés et restent consultables et exportables.",
    ],
    action: { label: "Voir les offres", url: `${appOrigin}/reglages/abonnement` },
    closing: ["Vous pouvez vous réabonner quand vous le souhaitez : vous retrouverez tout."],
  });
