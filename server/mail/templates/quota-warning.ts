import { formatLongDay, todayInParis } from "#server/domain/calendar";
import { type Letter, letter } from "../letter.ts";
import type { MailBrand } from "../render-mail.ts";

type Facts = {
  readonly appOrigin: string;
  readonly brand: MailBrand;
  readonly plan: string;
  readonly level: 80 | 100;
  readonly used: number;
  readonly limit: number;
  /** When the next period begins, milliseconds UTC. */
  readonly until: number;
};

/** Sent twice a period at most: when few factures are left, and when none is. */
export function quotaWarning(facts: Facts): Letter {
  const { appOrigin, brand, plan, level, used, limit, until } = facts;
  const { nom } = brand;
  const day = todayInParis(until);
  const days = { fr: formatLongDay(day), en: formatLongDay(day, "en") };
  const isReached = level === 100;
  const url = `${appOrigin}/reglages/abonnement`;
  return letter({
    fr: () => ({
      brand,
      subject: isReached
        ? `${nom} : les ${limit} factures de la période sont émises`
        : `${nom} : ${used} factures émises sur ${limit}`,
      paragraphs: [
        `« ${nom} » a émis ${used} factures sur les ${limit} que l’offre ${plan} comprend pour la période en cours.`,
        isReached
          ? `La période suivante commence le ${days.fr}. D’ici là, vous pouvez préparer des brouillons, établir des avoirs, enregistrer des règlements, tout lire et tout exporter ; pour émettre dès maintenant, changez d’offre.`
          : `La période suivante commence le ${days.fr}. Si vous pensez dépasser ${limit} factures d’ici là, une offre plus large prend effet tout de suite ; ce qui est déjà émis reste compté.`,
      ],
      action: { label: "Voir mon abonnement", url },
      closing: ["Les brouillons et les avoirs ne sont jamais comptés."],
    }),
    en: () => ({
      brand,
      subject: isReached
        ? `${nom}: the ${limit} invoices of the period are issued`
        : `${nom}: ${used} invoices issued out of ${limit}`,
      paragraphs: [
        `“${nom}” has issued ${used} of the ${limit} invoices that the ${plan} plan includes for the present period.`,
        isReached
          ? `The next period begins on ${days.en}. Until then you can prepare drafts, make credit notes, record payments, read and export everything; to issue right now, change plan.`
          : `The next period begins on ${days.en}. If you expect more than ${limit} invoices by then, a larger plan takes effect at once; what is already issued stays counted.`,
      ],
      action: { label: "See my subscription", url },
      closing: ["Drafts and credit notes are never counted."],
    }),
  });
}
