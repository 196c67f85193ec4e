import type { PaymentError } from "./objects/payment.ts";

type Behaviour =
  | "succeeds"
  | "declined"
  | "insufficient_funds"
  | "expired"
  | "fails_later"
  | "authenticates_once"
  | "authenticates_always"
  | "sepa_succeeds"
  | "sepa_fails"
  | "sepa_disputed";

export type TestNumber = {
  readonly number: string;
  readonly type: "card" | "sepa_debit";
  readonly brand: string;
  readonly behaviour: Behaviour;
  /** Stripe's own name for it, usable wherever a payment method is expected. */
  readonly alias: string;
  /** What happens, told to the person who tries it. */
  readonly label: string;
};

const card = (number: string, behaviour: Behaviour, alias: string, label: string): TestNumber => ({
  number,
  type: "card",
  brand: number.startsWith("5") ? "mastercard" : "visa",
  behaviour,
  alias,
  label,
});

const sepa = (number: string, behaviour: Behaviour, alias: string, label: string): TestNumber => ({
  number,
  type: "sepa_debit",
  brand: "sepa_debit",
  behaviour,
  alias,
  label,
});

/** Stripe's public test numbers that matter to a subscription. */
export const testNumbers: readonly TestNumber[] = [
  card("4242424242424242", "succeeds", "pm_card_visa", "Paiement accepté"),
  card("5555555555554444", "succeeds", "pm_card_mastercard", "Paiement accepté (Mastercard)"),
  card("4000000000000002", "declined", "pm_card_chargeDeclined", "Carte refusée"),
  card(
    "4000000000009995",
    "insufficient_funds",
    "pm_card_chargeDeclinedInsufficientFunds",
    "Provision insuffisante",
  ),
  card("4000000000000069", "expired", "pm_card_chargeDeclinedExpiredCard", "Carte expirée"),
  card(
    "4000000000000341",
    "fails_later",
    "pm_card_chargeCustomerFail",
    "Acceptée aujourd’hui, refusée au renouvellement",
  ),
  card(
    "4000002500003155",
    "authenticates_once",
    "pm_card_authenticationRequiredOnSetup",
    "3-D Secure demandé une fois",
  ),
  card(
    "4000000000003220",
    "authenticates_always",
    "pm_card_threeDSecure2Required",
    "3-D Secure demandé à chaque paiement",
  ),
  card(
    "4000002760003184",
    "authenticates_always",
    "pm_card_authenticationRequired",
    "3-D Secure demandé à chaque paiement (3184)",
  ),
  sepa(
    "FR1420041010050500013M02606",
    "sepa_succeeds",
    "pm_sepaDebit_success",
    "Prélèvement SEPA réussi après quelques jours",
  ),
  sepa(
    "FR8420041010050500013M02607",
    "sepa_fails",
    "pm_sepaDebit_fails",
    "Prélèvement SEPA rejeté après quelques jours",
  ),
  sepa(
    "FR5720041010050500013M02608",
    "sepa_disputed",
    "pm_sepaDebit_disputed",
    "Prélèvement SEPA réussi, puis contesté",
  ),
];

export const findTestNumber = (text: string): TestNumber | undefined => {
  const number = text.replaceAll(/[\s-]/g, "").toUpperCase();
  return testNumbers.find((one) => one.number === number || one.alias.toUpperCase() === number);
};

export type Outcome =
  | { readonly kind: "succeeded" }
  | { readonly kind: "processing" }
  | { readonly kind: "requires_action" }
  | { readonly kind: "failed"; readonly error: PaymentError };

const errors: Partial<Record<Behaviour, PaymentError>> = {
  declined: refusal("card_declined", "Your card was declined.", "generic_decline"),
  fails_later: refusal("card_declined", "Your card was declined.", "generic_decline"),
  insufficient_funds: refusal(
    "card_declined",
    "Your card has insufficient funds.",
    "insufficient_funds",
  ),
  expired: refusal("expired_card", "Your card has expired.", "expired_card"),
};

function refusal(code: string, message: string, declineCode: string): PaymentError {
  return { type: "card_error", code, message, decline_code: declineCode };
}

export const authenticationFailed: PaymentError = {
  type: "card_error",
  code: "payment_intent_authentication_failure",
  message: "The provided PaymentMethod has failed authentication.",
};

export const sepaRejected: PaymentError = {
  type: "invalid_request_error",
  code: "payment_method_provider_decline",
  message: "The customer's bank refused the debit (AM04).",
};

type Presence = { readonly onSession: boolean; readonly authenticated: boolean };

/** What a payment with such a number does, with the customer in front of the page or not. */
export function outcomeOf(behaviour: string, { onSession, authenticated }: Presence): Outcome {
  const succeeded = { kind: "succeeded" } as const;
  switch (behaviour as Behaviour) {
    case "succeeds":
      return succeeded;
    case "fails_later":
      return onSession ? succeeded : failed("fails_later");
    case "authenticates_once":
      return authenticated || !onSession ? succeeded : { kind: "requires_action" };
    case "authenticates_always":
      return authenticated ? succeeded : { kind: "requires_action" };
    case "sepa_succeeds":
    case "sepa_fails":
    case "sepa_disputed":
      return { kind: "processing" };
    default:
      return failed(behaviour as Behaviour);
  }
}

const failed = (behaviour: Behaviour): Outcome => ({
  kind: "failed",
  error:
    errors[behaviour] ?? refusal("card_declined", "Your card was declined.", "generic_decline"),
});
