import { and, eq } from "drizzle-orm";
import { plans } from "#db/control/schema/plans";
import { stripeEvents } from "#db/control/schema/stripe-events";
import { readingOf } from "./abonnement-reading.ts";
import { describeStripeError } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { type Ecart, ecartsOf } from "./ecarts-of.ts";
import { getAbonnementRow } from "./get-abonnement-row.ts";
import { fetchStripeState } from "./stripe-state.ts";

/**
 * What a société's row says otherwise than Stripe, which is read and nothing written. An event received and not processed
 * yet is about to say it: no difference then.
 *
 * @throws what Stripe or the way to it threw
 */
export const compareSociete = (doors: BillingDoors, societeId: string): Promise<readonly Ecart[]> =>
  doors.turns.take(societeId, async () => {
    const row = await getAbonnementRow(doors, societeId);
    if (row.stripeCustomerId === null) return [];
    const state = await fetchStripeState(doors, row.stripeCustomerId);
    const sold = await doors.control.read((db) => db.select().from(plans));
    const found = readOrSay(() => ecartsOf(row, readingOf(state, sold)), {
      societeId,
      objet: row.stripeCustomerId,
    });
    return found.length > 0 && (await isOnItsWay(doors, row.stripeCustomerId)) ? [] : found;
  });

/** What Stripe says and nobody here can read is a difference too: a price of no plan, two items. */
function readOrSay(
  work: () => readonly Ecart[],
  about: Pick<Ecart, "societeId" | "objet">,
): readonly Ecart[] {
  try {
    return work();
  } catch (cause) {
    return [{ ...about, champ: "lecture", ici: null, stripe: describeStripeError(cause) }];
  }
}

const isOnItsWay = ({ control }: BillingDoors, customerId: string): Promise<boolean> =>
  control.read(
    async (db) =>
      (await db.$count(
        stripeEvents,
        and(eq(stripeEvents.customerId, customerId), eq(stripeEvents.status, "received")),
      )) > 0,
  );
