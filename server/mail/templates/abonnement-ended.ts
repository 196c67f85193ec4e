import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";
import { parisDay } from "./paris-day.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  /** Milliseconds UTC. */
  readonly endsAt: number;
};

export function abonnementEnded({ appOrigin, brand, endsAt }: Facts): Letter {
  const url = `${appOrigin}/reglages/abonnement`;
  return letter({
    fr: () => ({
      brand,
      subject: "Votre abonnement FacturePro a pris fin",
      paragraphs: [
        `L’abonnement de « ${brand.nom} » prend fin le ${parisDay(endsAt)}. À partir de ce jour, votre société est sur l’offre Gratuit.`,
        "Vos factures, vos clients et vos produits sont tous conservés et restent consultables et exportables.",
      ],
      action: { label: "Voir les offres", url },
      closing: ["Vous pouvez vous réabonner quand vous le souhaitez : vous retrouverez tout."],
    }),
    en: () => ({
      brand,
      subject: "Your FacturePro subscription has ended",
      paragraphs: [
        `The subscription of “${brand.nom}” ends on ${parisDay(endsAt, "en")}. From that day on, your company is on the Gratuit plan.`,
        "Your invoices, customers and products are all kept and can still be read and exported.",
      ],
      action: { label: "See the plans", url },
      closing: ["You may subscribe again whenever you wish: you will find everything as it was."],
    }),
  });
}
