/** Every refusal the business can pronounce, with the transport code it travels under. */
export const refusals = {
  AVOIR_EXCEEDS: "UNPROCESSABLE_CONTENT",
  BILLING_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  BUYER_INCOMPLETE: "UNPROCESSABLE_CONTENT",
  CLIENT_INVALID: "UNPROCESSABLE_CONTENT",
  CLIENT_NOT_FOUND: "NOT_FOUND",
  CURSOR_INVALID: "BAD_REQUEST",
  EDITEUR_MISSING: "SERVICE_UNAVAILABLE",
  EDITEUR_UNKNOWN: "UNPROCESSABLE_CONTENT",
  FACTURE_ALREADY_CANCELLED: "CONFLICT",
  FACTURE_ALREADY_ISSUED: "CONFLICT",
  FACTURE_INCOMPLETE: "UNPROCESSABLE_CONTENT",
  FACTURE_INVALID: "UNPROCESSABLE_CONTENT",
  FACTURE_NOT_FOUND: "NOT_FOUND",
  FACTURE_NOT_ISSUED: "CONFLICT",
  FEATURE_NOT_IN_PLAN: "FORBIDDEN",
  IDEMPOTENCY_MISMATCH: "CONFLICT",
  ISSUE_BEFORE_LAST: "CONFLICT",
  LOGIN_FAILED: "UNAUTHORIZED",
  LOGO_INVALID: "UNPROCESSABLE_CONTENT",
  LOGO_TOO_LARGE: "UNPROCESSABLE_CONTENT",
  NUMBER_EXAMPLE_UNREADABLE: "UNPROCESSABLE_CONTENT",
  NUMBER_PATTERN_INVALID: "UNPROCESSABLE_CONTENT",
  PASSWORD_REFUSED: "UNPROCESSABLE_CONTENT",
  PAYMENT_REFUSED: "PAYMENT_REQUIRED",
  PLAN_ARCHIVED: "CONFLICT",
  PLAN_NOT_FOUND: "NOT_FOUND",
  PLAN_UNCHANGED: "CONFLICT",
  PLAN_WITHOUT_PRICE: "UNPROCESSABLE_CONTENT",
  PRODUIT_INVALID: "UNPROCESSABLE_CONTENT",
  PRODUIT_NOT_FOUND: "NOT_FOUND",
  QUOTA_REACHED: "TOO_MANY_REQUESTS",
  REGISTRATION_INVALID: "UNPROCESSABLE_CONTENT",
  REGLEMENT_ALREADY_REVERSED: "CONFLICT",
  REGLEMENT_EXCEEDS: "UNPROCESSABLE_CONTENT",
  REGLEMENT_INVALID: "UNPROCESSABLE_CONTENT",
  REGLEMENT_NOT_FOUND: "NOT_FOUND",
  RESET_LINK_INVALID: "BAD_REQUEST",
  ROLE_FORBIDDEN: "FORBIDDEN",
  SEATS_REACHED: "FORBIDDEN",
  SERIE_LOCKED: "CONFLICT",
  SERIE_NUMBER_TAKEN: "CONFLICT",
  SERVICE_STOPPING: "SERVICE_UNAVAILABLE",
  SESSION_REQUIRED: "UNAUTHORIZED",
  SOCIETE_INVALID: "UNPROCESSABLE_CONTENT",
  SOCIETE_MISMATCH: "CONFLICT",
  SOCIETE_NOT_FOUND: "NOT_FOUND",
  SOCIETE_REQUIRED: "FORBIDDEN",
  SOCIETE_UNAVAILABLE: "SERVICE_UNAVAILABLE",
  STORAGE_REACHED: "FORBIDDEN",
  SUBSCRIPTION_EXISTS: "CONFLICT",
  SUBSCRIPTION_IN_DEBT: "CONFLICT",
  SUBSCRIPTION_READ_ONLY: "FORBIDDEN",
  SUBSCRIPTION_REQUIRED: "CONFLICT",
  TOO_BUSY: "TOO_MANY_REQUESTS",
  TOO_MANY_ATTEMPTS: "TOO_MANY_REQUESTS",
  USERNAME_TAKEN: "CONFLICT",
  VERSION_CONFLICT: "CONFLICT",
} as const;

export type RefusalCode = keyof typeof refusals;

/** One reason attached to a field of the input or of the issuer, so that the page can point at it. */
export type Problem = {
  /** Path of the field: `lignes.3.quantity`, `client.siren`, `emetteur.iban`. */
  readonly field: string;
  /** Stable code; its French sentence lives in `app/`. */
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
};

/** Thrown by the domain and the use cases. The sentence the user reads lives in `app/`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];

  constructor(
    code: RefusalCode,
    details: Readonly<Record<string, string | number>> = {},
    problems: readonly Problem[] = [],
  ) {
    super(code);
    this.code = code;
    this.details = details;
    this.problems = problems;
  }
}
