import { formatEuros } from "#server/domain/amount";
import { type Letter, letter } from "../letter.ts";
import { parisDay } from "./paris-day.ts";

type Facts = {
  readonly appOrigin: string;
  /** The société whose payment it is. */
  readonly nom: string;
  /** Stripe's id of the dispute. */
  readonly id: string;
  /** Cents. */
  readonly amountTtc: number;
  readonly reason: string;
  /** Milliseconds UTC. */
  readonly openedAt: number;
};

/** To the operator, once a dispute: Stripe waits for an answer, and the money is held meanwhile. */
export function disputeOpened({ appOrigin, nom, id, amountTtc, reason, openedAt }: Facts): Letter {
  const french = formatEuros(amountTtc);
  const english = formatEuros(amountTtc, "en");
  return letter({
    fr: () => ({
      subject: `Litige : ${french} contestés pour ${nom}`,
      paragraphs: [
        `Le paiement de ${french} de l’abonnement de « ${nom} » est contesté auprès de sa banque depuis le ${parisDay(openedAt)} (motif donné à Stripe : ${reason}).`,
        `Répondez-y dans Stripe, sous la référence ${id}, avant l’échéance qu’il indique. L’accès de la société ne change pas tant que son abonnement reste payé aux yeux de Stripe.`,
      ],
      action: { label: "Ouvrir FacturePro", url: appOrigin },
    }),
    en: () => ({
      subject: `Dispute: ${english} contested for ${nom}`,
      paragraphs: [
        `The payment of ${english} for the subscription of “${nom}” has been contested with its bank since ${parisDay(openedAt, "en")} (reason given to Stripe: ${reason}).`,
        `Answer it in Stripe, under the reference ${id}, before the deadline it shows. The access of the company does not change as long as Stripe holds its subscription to be paid.`,
      ],
      action: { label: "Open FacturePro", url: appOrigin },
    }),
  });
}
