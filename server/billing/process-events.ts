import { log } from "#server/log";
import { describeStripeError } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { dueEvents, failEvents, type LedgerEvent, settleEvents } from "./ledger.ts";
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
  const groups = [...byCustomer(due)];
  const next = async (): Promise<void> => {
    for (let group = groups.shift(); group && !isStopping(); group = groups.shift())
      await processGroup(doors, group[0], group[1]);
  };
  await Promise.all(Array.from({ length: parallel }, next));
  return due.length;
}

function byCustomer(events: readonly LedgerEvent[]): Map<string | null, LedgerEvent[]> {
  const groups = new Map<string | null, LedgerEvent[]>();
  for (const event of events)
    groups.set(event.customerId, [...(groups.get(event.customerId) ?? []), event]);
  return groups;
}

async function processGroup(
  doors: BillingDoors,
  customerId: string | null,
  events: readonly LedgerEvent[],
): Promise<void> {
  const ids = events.map(({ id }) => id);
  try {
    const societeId = customerId && (await findSocieteOfCustomer(doors, customerId));
    if (societeId) await doors.turns.take(societeId, () => syncAbonnement(doors, societeId));
    await settleEvents(doors.control, ids, societeId ? "done" : "ignored");
  } catch (cause) {
    const error = describeStripeError(cause);
    log.warn({ customerId, events: ids.length, error }, "Stripe events not processed");
    await failEvents(doors.control, events, { error, at: doors.clock().at });
  }
}
