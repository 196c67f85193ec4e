import type { PaymentMethod } from "./objects/customer.ts";
import type { Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";
import { findTestNumber, type TestNumber } from "./test-numbers.ts";

/** Keep a test card or account for a customer. @throws StripeError for a number that is not a test number */
export function addPaymentMethod(
  sandbox: Sandbox,
  customer: string,
  number: string,
): PaymentMethod {
  const test = findTestNumber(number);
  if (!test)
    throw new StripeError("Your card number is incorrect.", {
      status: 402,
      type: "card_error",
      code: "incorrect_number",
      param: "number",
    });
  return keep(sandbox, customer, test);
}

function keep(sandbox: Sandbox, customer: string, test: TestNumber): PaymentMethod {
  const last4 = test.number.slice(-4);
  const method: PaymentMethod = {
    id: sandbox.newId("pm"),
    object: "payment_method",
    type: test.type,
    created: sandbox.now(),
    customer,
    metadata: {},
    ...(test.type === "card"
      ? { card: { brand: test.brand, last4, exp_month: 12, exp_year: 2034, country: "FR" } }
      : { sepa_debit: { last4, country: "FR", bank_code: "20041" } }),
    behaviour: test.behaviour,
  };
  sandbox.state.paymentMethods[method.id] = method;
  sandbox.emit("payment_method.attached", method);
  return method;
}
