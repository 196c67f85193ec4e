/** Everything that may change what a société is allowed, owes or is told. Other events are answered and forgotten. */
const retained: ReadonlySet<string> = new Set([
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.resumed",
  "customer.subscription.trial_will_end",
  "customer.subscription.pending_update_applied",
  "customer.subscription.pending_update_expired",
  "invoice.created",
  "invoice.finalized",
  "invoice.paid",
  "invoice.payment_failed",
  "invoice.payment_action_required",
  "invoice.marked_uncollectible",
  "invoice.finalization_failed",
  "invoice.upcoming",
  "invoice.voided",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.refunded",
  "credit_note.created",
  "customer.updated",
  "customer.deleted",
  "customer.discount.created",
  "customer.discount.deleted",
  "customer.discount.updated",
  "customer.tax_id.updated",
  "subscription_schedule.released",
  "subscription_schedule.updated",
  "billing_portal.configuration.updated",
]);

/** What names neither customer nor invoice, only a charge. */
export const isDispute = (type: string): boolean => type.startsWith("charge.dispute.");

export const isRetained = (type: string): boolean => retained.has(type);

/** In the order of their names, for those who look for one. */
export const retainedTypes: readonly string[] = [...retained].sort();
