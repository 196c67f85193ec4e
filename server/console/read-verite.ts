import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { comparaisons, ecarts } from "#db/control/schema/comparaisons";
import { societes } from "#db/control/schema/societes";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Billing } from "#server/billing/create-billing";
import { retainedTypes } from "#server/billing/event-types";
import type { Moment } from "#server/domain/calendar-day";
import type { ControlDb } from "#server/tenancy/control";

/** More would be one cause, not a hundred. */
const shown = 100;

/**
 * Whether what is held here is what Stripe says: the last whole comparison and what it found, what waits in the ledger
 * or failed, and what was knocked back at the door since the start.
 */
export function readVerite(billing: Billing, now: Moment) {
  const { control, comparer, refused } = billing;
  return control.read(async (db) => ({
    now: now.at,
    ...(await readLast(db)),
    enCours: comparer.progress(),
    enAttente: await db.$count(stripeEvents, eq(stripeEvents.status, "received")),
    enErreur: await db.$count(stripeEvents, eq(stripeEvents.status, "failed")),
    refuses: Object.entries(refused.read()).map(([motif, nb]) => ({ motif, nb })),
    types: retainedTypes,
  }));
}

async function readLast(db: ControlDb) {
  const [comparaison] = await db
    .select()
    .from(comparaisons)
    .where(isNotNull(comparaisons.endedAt))
    .orderBy(desc(comparaisons.id))
    .limit(1);
  if (!comparaison) return { comparaison: null, ecarts: [], reste: 0 };
  const isOfIt = eq(ecarts.comparaisonId, comparaison.id);
  const found = await db
    .select({ ecart: ecarts, societe: societes.nom })
    .from(ecarts)
    .leftJoin(societes, eq(societes.id, ecarts.societeId))
    .where(isOfIt)
    .orderBy(asc(ecarts.id))
    .limit(shown);
  return {
    comparaison,
    ecarts: found.map(({ ecart, societe }) => ({ ...ecart, societe })),
    reste: await db.$count(ecarts, and(isOfIt, isNull(ecarts.repairedAt))),
  };
}
