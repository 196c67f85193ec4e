import { type Letter, letter } from "../letter.ts";
import { parisDay } from "./paris-day.ts";
import type { trialEnding } from "./trial-ending.ts";

/** Sent once, when the trial has ended. */
export function trialEnded({
  appOrigin,
  brand,
  plan,
  endsAt,
  free,
}: Parameters<typeof trialEnding>[0]): Letter {
  const { nom, factures } = free;
  const url = `${appOrigin}/reglages/abonnement`;
  return letter({
    fr: () => ({
      brand,
      subject: `Votre essai de ${plan} est terminé`,
      paragraphs: [
        `L’essai de ${plan} pour « ${brand.nom} » a pris fin le ${parisDay(endsAt)}. Votre société est maintenant sur l’offre ${nom}${factures === null ? "" : `, ${factures} factures par mois`}.`,
        "Rien n’est effacé : vos factures, vos clients et vos réglages restent là. Pour retrouver les mêmes possibilités, choisissez une offre : elle commence aussitôt.",
      ],
      action: { label: "Choisir une offre", url },
    }),
    en: () => ({
      brand,
      subject: `Your trial of ${plan} is over`,
      paragraphs: [
        `The trial of ${plan} for “${brand.nom}” ended on ${parisDay(endsAt, "en")}. Your company is now on the ${nom} plan${factures === null ? "" : `, ${factures} invoices a month`}.`,
        "Nothing is erased: your invoices, customers and settings are all there. To have the same possibilities again, choose a plan: it begins at once.",
      ],
      action: { label: "Choose a plan", url },
    }),
  });
}
