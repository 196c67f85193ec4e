import { formatEuros } from "#server/domain/amount";
import type { Cents } from "#server/domain/money";
import type { Price } from "../objects/catalogue.ts";
import type { PaymentMethod } from "../objects/customer.ts";
import type { Invoice } from "../objects/invoice.ts";
import type { Subscription } from "../objects/subscription.ts";

export const euros = (amount: number): string => formatEuros(amount as Cents);

const inParis = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", ...options });
  return (seconds: number) => format.format(seconds * 1000);
};

/** « 3 mars 2026 ». */
export const dayOf = inParis({ dateStyle: "long" });
/** « 03/03/2026 10:04 ». */
export const shortInstantOf = inParis({
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
/** « 3 mars 2026 à 10:04 ». */
export const instantOf = inParis({ dateStyle: "long", timeStyle: "short" });

const intervals = { day: "jour", week: "semaine", month: "mois", year: "an" } as const;

export const intervalOf = ({ recurring }: Price): string =>
  intervals[recurring?.interval ?? "month"];

/** « 29,00 € HT par mois ». */
export const priceOf = (price: Price): string =>
  `${euros(price.unit_amount)} HT par ${intervalOf(price)}`;

export const statusOf: Readonly<Record<Subscription["status"], string>> = {
  active: "Actif",
  canceled: "Terminé",
  incomplete: "Paiement à confirmer",
  incomplete_expired: "Abandonné",
  past_due: "Paiement en retard",
  paused: "En pause",
  trialing: "À l’essai",
  unpaid: "Impayé",
};

export const invoiceStatusOf: Readonly<Record<Invoice["status"], string>> = {
  draft: "En préparation",
  open: "À payer",
  paid: "Payée",
  uncollectible: "Irrécouvrable",
  void: "Annulée",
};

export function methodName(method: PaymentMethod | null): string {
  if (!method) return "Aucun moyen de paiement";
  const last4 = method.card?.last4 ?? method.sepa_debit?.last4;
  return `${method.type === "card" ? "Carte" : "Prélèvement SEPA"} •••• ${last4}`;
}

const refusals: Readonly<Record<string, string>> = {
  card_declined: "La banque a refusé cette carte. Choisissez un autre moyen de paiement.",
  expired_card: "Cette carte a expiré. Choisissez un autre moyen de paiement.",
  incomplete_number: "Choisissez une carte ou un compte d’essai, ou saisissez son numéro.",
  incorrect_number: "Ce n’est pas un numéro d’essai. Ne saisissez jamais une vraie carte ici.",
  payment_intent_authentication_failure:
    "L’authentification 3-D Secure a été refusée : rien n’a été payé.",
  tax_id_invalid: "Ce numéro de TVA n’a pas la forme attendue, par exemple FR40303265045.",
};

export const refusalOf = (code: string | undefined, message: string): string =>
  refusals[code ?? ""] ?? `Le bac à sable a refusé : ${message}`;
