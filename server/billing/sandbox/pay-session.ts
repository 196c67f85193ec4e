import { amountsOf, completeSession } from "./checkout-sessions.ts";
import type { Address } from "./objects/customer.ts";
import type { CheckoutSession } from "./objects/pages.ts";
import { addPaymentMethod } from "./payment-methods.ts";
import { change, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";
import { addTaxId } from "./tax-ids.ts";
import { authenticationFailed, findTestNumber, outcomeOf } from "./test-numbers.ts";

export type Payment = {
  /** A test card or a test IBAN. Null only when nothing is owed and no method is asked for. */
  readonly number: string | null;
  readonly authentication?: "accepted" | "refused";
  readonly name?: string;
  readonly address?: Address;
  /** A VAT number of the Union; none when empty. */
  readonly vatNumber?: string;
};

/**
 * What the Checkout page does with the customer's form. `requires_action`: 3-D Secure is asked, pay again with its answer.
 *
 * @throws StripeError of type card_error when refused: the page stays open, nothing was sold
 */
export function paySession(
  sandbox: Sandbox,
  session: CheckoutSession,
  payment: Payment,
): "complete" | "requires_action" {
  const test = payment.number === null ? null : findTestNumber(payment.number);
  if (payment.number !== null && !test)
    throw new StripeError("Your card number is incorrect.", {
      status: 402,
      type: "card_error",
      code: "incorrect_number",
      param: "number",
    });
  const customer = get(sandbox.state.customers, "customer", session.customer ?? "");
  const { total } = amountsOf(sandbox, session, customer);
  if (!test && (total > 0 || session.wanted.collectsMethod === "always"))
    throw new StripeError("Your card number is incomplete.", {
      status: 402,
      type: "card_error",
      code: "incomplete_number",
    });
  if (test && judge(test.behaviour, payment) === "requires_action") return "requires_action";
  learn(sandbox, session, payment);
  const method = test ? addPaymentMethod(sandbox, customer.id, test.number) : null;
  completeSession(sandbox, session, method);
  return "complete";
}

function judge(behaviour: string, { authentication }: Payment): "accepted" | "requires_action" {
  const outcome = outcomeOf(behaviour, {
    onSession: true,
    authenticated: authentication === "accepted",
  });
  const error = authentication === "refused" ? authenticationFailed : null;
  const refusal = outcome.kind === "failed" ? outcome.error : error;
  if (refusal)
    throw new StripeError(refusal.message, {
      status: 402,
      type: "card_error",
      code: refusal.code,
      ...(refusal.decline_code ? { declineCode: refusal.decline_code } : {}),
    });
  return outcome.kind === "requires_action" ? "requires_action" : "accepted";
}

/** `customer_update`: what the page collected is written on the customer, when the session allows it. */
function learn(sandbox: Sandbox, session: CheckoutSession, payment: Payment): void {
  const customer = get(sandbox.state.customers, "customer", session.customer ?? "");
  const { updatesName, updatesAddress } = session.wanted;
  const patch = {
    ...(updatesName && payment.name ? { name: payment.name } : {}),
    ...(updatesAddress && payment.address ? { address: payment.address } : {}),
  };
  if (session.tax_id_collection.enabled && payment.vatNumber)
    addTaxId(sandbox, customer.id, "eu_vat", payment.vatNumber);
  change(sandbox, customer, patch, "customer.updated");
}
