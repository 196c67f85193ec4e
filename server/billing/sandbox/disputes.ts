import type { Dispute, PaymentIntent } from "./objects/payment.ts";
import { change, find, type Sandbox } from "./sandbox.ts";

/** The customer's bank takes the money back. */
export function disputeCharge(sandbox: Sandbox, intent: PaymentIntent): Dispute | null {
  const charge = find(sandbox.state.charges, intent.latest_charge);
  if (charge?.status !== "succeeded" || charge.disputed) return null;
  change(sandbox, charge, { disputed: true }, "charge.updated");
  const dispute: Dispute = {
    id: sandbox.newId("du"),
    object: "dispute",
    amount: charge.amount,
    charge: charge.id,
    created: sandbox.now(),
    currency: charge.currency,
    metadata: {},
    payment_intent: intent.id,
    reason: "debit_not_authorized",
    status: "needs_response",
  };
  sandbox.state.disputes[dispute.id] = dispute;
  sandbox.emit("charge.dispute.created", dispute);
  return dispute;
}
