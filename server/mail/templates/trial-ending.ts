import { formatLongDay, todayInParis } from "#server/domain/calendar";
import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

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
export function trialEnding({ appOrigin, brand, plan, endsAt, free }: Facts): Letter {
  const day = todayInParis(endsAt);
  const days = { fr: formatLongDay(day), en: formatLongDay(day, "en") };
  const { nom, factures } = free;
  const url = `${appOrigin}/reglages/abonnement`;
  return letter({
    fr: () => ({
      brand,
      subject: `Votre essai de ${plan} prend fin le ${days.fr}`,
      paragraphs: [
        `L’essai de ${plan} pour « ${brand.nom} » prend fin le ${days.fr}. Votre société passera ensuite à l’offre ${nom}${factures === null ? "" : `, ${factures} factures par mois`}, sans rien à faire.`,
        "Rien n’est effacé : vos factures, vos clients et vos réglages restent là. Pour garder les mêmes possibilités, choisissez une offre avant ce jour.",
      ],
      action: { label: "Choisir une offre", url },
    }),
    en: () => ({
      brand,
      subject: `Your trial of ${plan} ends on ${days.en}`,
      paragraphs: [
        `The trial of ${plan} for “${brand.nom}” ends on ${days.en}. Your company then moves to the ${nom} plan${factures === null ? "" : `, ${factures} invoices a month`}, with nothing to do.`,
        "Nothing is erased: your invoices, customers and settings are all there. To keep the same possibilities, choose a plan before that day.",
      ],
      action: { label: "Choose a plan", url },
    }),
  });
}
