import { formatEuros } from "#server/domain/amount";
import { type MailContent, renderMail } from "../render-mail.ts";
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
export const disputeOpened = ({
  appOrigin,
  nom,
  id,
  amountTtc,
  reason,
  openedAt,
}: Facts): MailContent =>
  renderMail({
    subject: `Litige : ${formatEuros(amountTtc)} contestés pour ${nom}`,
    paragraphs: [
      "Bonjour,",
      `Le paiement de ${formatEuros(amountTtc)} de l’abonnement de « ${nom} » est contesté auprès de sa banque depuis le ${parisDay(openedAt)} (motif donné à Stripe : ${reason}).`,
      `Répondez-y dans Stripe, sous la référence ${id}, avant l’échéance qu’il indique. L’accès de la société ne change pas tant que son abonnement reste payé aux yeux de Stripe.`,
    ],
    action: { label: "Ouvrir FacturePro", url: appOrigin },
  });
