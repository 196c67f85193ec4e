import { log } from "#server/log";
import { describeStripeError } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { isDispute } from "./event-types.ts";
import { dueEvents, failEvents, type LedgerEvent, settleEvents } from "./ledger.ts";
import { recordDispute } from "./record-dispute.ts";
import { findSocieteOfCustomer } from "./societe-of-customer.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

/** Customers re-read at once; one customer's events wait for each other. */
const parallel = 6;

/**
 * Processes what is due: one reading of Stripe for all the waiting events of a customer, since each asks for the same
 * thing. What fails is due again later, the others are not held up.
 *
 * @returns how many were due
 */
export async function processEvents(
  doors: BillingDoors,
  isStopping: () => boolean,
): Promise<number> {
  const due = await dueEvents(doors.control, doors.clock().at);
  const groups = [...bySubject(due)];
  const next = async (): Promise<void> => {
    for (let group = groups.shift(); group && !isStopping(); group = groups.shift())
      await processGroup(doors, group[0], group[1]);
  };
  await Promise.all(Array.from({ length: parallel }, next));
  return due.length;
}

/** Whom it is about: a customer, or a dispute, of which only Stripe can say whose it is. */
const subjectOf = ({ type, customerId, objectId }: LedgerEvent): string | null =>
  isDispute(type) ? objectId : customerId;

function bySubject(events: readonly LedgerEvent[]): Map<string | null, LedgerEvent[]> {
  const groups = new Map<string | null, LedgerEvent[]>();
  for (const event of events)
    groups.set(subjectOf(event), [...(groups.get(subjectOf(event)) ?? []), event]);
  return groups;
}

async function processGroup(
  doors: BillingDoors,
  subject: string | null,
  events: readonly LedgerEvent[],
): Promise<void> {
  const ids = events.map(({ id }) => id);
  try {
    const societeId = subject && (await societeOf(doors, subject, events));
    if (societeId) await doors.turns.take(societeId, () => syncAbonnement(doors, societeId));
    await settleEvents(doors.control, ids, societeId ? "done" : "ignored");
  } catch (cause) {
    const error = describeStripeError(cause);
    log.warn({ subject, events: ids.length, error }, "Stripe events not processed");
    await failEvents(doors.control, events, { error, at: doors.clock().at });
  }
}

/** Null for what is not about one of ours. */
function societeOf(doors: BillingDoors, subject: string, [first]: readonly LedgerEvent[]) {
  return first && isDispute(first.type)
    ? recordDispute(doors, subject)
    : findSocieteOfCustomer(doors, subject);
}
