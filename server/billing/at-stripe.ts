import Stripe from "stripe";
import { Refusal } from "#server/domain/refusal";
import { log } from "#server/log";
import { TenancyError } from "#server/tenancy/tenancy-error";

/**
 * Runs what somebody waits for and needs Stripe. Whatever Stripe fails at becomes a refusal they can act upon.
 *
 * @throws Refusal BILLING_UNAVAILABLE when Stripe cannot be reached, is too slow or errs; PAYMENT_REFUSED
 */
export async function atStripe<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal || cause instanceof TenancyError) throw cause;
    const isStripe = cause instanceof Stripe.errors.StripeError;
    const facts = { what, stripe: describeStripeError(cause) };
    if (isStripe) log.warn(facts, "Stripe did not do what was asked");
    else log.error({ ...facts, err: cause }, "Stripe answered something else"); // or the fault is ours: seen either way
    const isCard = cause instanceof Stripe.errors.StripeCardError;
    throw new Refusal(isCard ? "PAYMENT_REFUSED" : "BILLING_UNAVAILABLE");
  }
}

/** For logs and the ledger. An authentication error's sentence quotes the key: it is left out. */
export function describeStripeError(cause: unknown): string {
  if (!(cause instanceof Stripe.errors.StripeError))
    return (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)).slice(
      0,
      500,
    );
  const { type, code, statusCode, requestId } = cause;
  const isAboutKey = cause instanceof Stripe.errors.StripeAuthenticationError;
  const facts = [type, code, statusCode, requestId, isAboutKey ? null : cause.message];
  return facts
    .filter((fact) => fact !== undefined && fact !== null)
    .join(" ")
    .slice(0, 500);
}
