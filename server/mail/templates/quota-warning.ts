import { formatLongDay, todayInParis } from "#server/domain/calendar";
import { type MailBrand, type MailContent, renderMail } from "../render-mail.ts";

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
export function quotaWarning(facts: Facts): MailContent {
  const { appOrigin, brand, plan, level, used, limit, until } = facts;
  const { nom } = brand;
  const day = formatLongDay(todayInParis(until));
  const isReached = level === 100;
  return renderMail({
    brand,
    subject: isReached
      ? `${nom} : les ${limit} factures de la période sont émises`
      : `${nom} : ${used} factures émises sur ${limit}`,
    paragraphs: [
      "Bonjour,",
      `« ${nom} » a émis ${used} factures sur les ${limit} que l’offre ${plan} comprend pour la période en cours.`,
      isReached
        ? `La période suivante commence le ${day}. D’ici là, vous pouvez préparer des brouillons, établir des avoirs, enregistrer des règlements, tout lire et tout exporter ; pour émettre dès maintenant, changez d’offre.`
        : `La période suivante commence le ${day}. Si vous pensez dépasser ${limit} factures d’ici là, une offre plus large prend effet tout de suite ; ce qui est déjà émis reste compté.`,
    ],
    action: { label: "Voir mon abonnement", url: `${appOrigin}/reglages/abonnement` },
    closing: ["Les brouillons et les avoirs ne sont jamais comptés."],
  });
}
