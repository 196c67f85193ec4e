import { formatLongDay, todayInParis } from "#server/domain/calendar";
import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly plan: string;
  /** Milliseconds UTC. */
  readonly endsAt: number;
  /** What comes next: its name, and its factures a month; null: no limit. */
  readonly free: { readonly nom: string; readonly factures: number | null };
};

/** Sent once, three days before the trial ends. */
export function trialEnding({ appOrigin, brand, plan, endsAt, free }: Facts): MailContent {
  const day = formatLongDay(todayInParis(endsAt));
  const limit = free.factures === null ? "" : `, ${free.factures} factures par mois`;
  return renderMail({
    brand,
    subject: `Votre essai de ${plan} prend fin le ${day}`,
    paragraphs: [
      "Bonjour,",
      `L’essai de ${plan} pour « ${brand.nom} » prend fin le ${day}. Votre société passera ensuite à l’offre ${free.nom}${limit}, sans rien à faire.`,
      "Rien n’est effacé : vos factures, vos clients et vos réglages restent là. Pour garder les mêmes possibilités, choisissez une offre avant ce jour.",
    ],
    action: { label: "Choisir une offre", url: `${appOrigin}/reglages/abonnement` },
  });
}
