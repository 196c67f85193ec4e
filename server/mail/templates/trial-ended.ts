import { type MailContent, renderMail } from "../render-mail.ts";
import { parisDay } from "./paris-day.ts";
import type { trialEnding } from "./trial-ending.ts";

/** Sent once, when the trial has ended. */
export function trialEnded({
  appOrigin,
  brand,
  plan,
  endsAt,
  free,
}: Parameters<typeof trialEnding>[0]): MailContent {
  const limit = free.factures === null ? "" : `, ${free.factures} factures par mois`;
  return renderMail({
    brand,
    subject: `Votre essai de ${plan} est terminé`,
    paragraphs: [
      "Bonjour,",
      `L’essai de ${plan} pour « ${brand.nom} » a pris fin le ${parisDay(endsAt)}. Votre société est maintenant sur l’offre ${free.nom}${limit}.`,
      "Rien n’est effacé : vos factures, vos clients et vos réglages restent là. Pour retrouver les mêmes possibilités, choisissez une offre : elle commence aussitôt.",
    ],
    action: { label: "Choisir une offre", url: `${appOrigin}/reglages/abonnement` },
  });
}
