type Kind = "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";

export type StripeErrorFacts = {
  readonly status?: number;
  readonly type?: Kind;
  readonly code?: string;
  readonly declineCode?: string;
  readonly param?: string;
  readonly paymentIntent?: unknown;
};

/** An answer of Stripe's API that is not a success, in its own JSON shape. */
export class StripeError extends Error {
  override readonly name = "StripeError";
  readonly status: number;
  readonly facts: StripeErrorFacts;

  constructor(message: string, facts: StripeErrorFacts = {}) {
    super(message);
    this.status = facts.status ?? 400;
    this.facts = facts;
  }

  toJson(requestId: string) {
    const { type = "invalid_request_error", code, declineCode, param, paymentIntent } = this.facts;
    return {
      error: {
        ...(code === undefined
          ? {}
          : { code, doc_url: `https://stripe.com/docs/error-codes/${code}` }),
        ...(declineCode === undefined ? {} : { decline_code: declineCode }),
        message: this.message,
        ...(param === undefined ? {} : { param }),
        ...(paymentIntent === undefined ? {} : { payment_intent: paymentIntent }),
        request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
        type,
      },
    };
  }
}

/** @param where "id" of a URL (404) or the parameter that named it (400). */
export const noSuch = (what: string, id: string, where = "id"): StripeError =>
  new StripeError(`No such ${what}: '${id}'`, {
    status: where === "id" ? 404 : 400,
    code: "resource_missing",
    param: where,
  });

export const missing = (param: string): StripeError =>
  new StripeError(`Missing required param: ${param}.`, { code: "parameter_missing", param });
