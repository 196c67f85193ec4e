import { and, eq, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { reglages } from "#db/control/schema/reglages";
import { log } from "#server/log";
import { describeStripeError } from "./at-stripe.ts";
import type { BillingDoors } from "./billing-doors.ts";
import { isRetained } from "./event-types.ts";
import { recordMissed } from "./ledger.ts";
import { readStripeEvent, type StripeEvent } from "./stripe-event.ts";
import { syncAbonnement } from "./sync-abonnement.ts";

const cursorKey = "stripe_cursor";
const day = 86_400_000;
/** Stripe may show an event a little after the ones that followed it. */
const overlapMs = 10 * 60_000;
/** Stripe keeps its events thirty days. */
const firstLookMs = 3 * day;

export type Reconciliation = {
  /** Events Stripe has that never reached us. */
  readonly missed: number;
  readonly read: number;
  /** Sociétés whose row did not say what Stripe says. */
  readonly differences: readonly string[];
  readonly failed: number;
};

/**
 * Compares with Stripe without waiting to be told: the events since the last look, then every subscription that may still
 * change. Each difference found is one the webhooks should have brought: it is repaired and logged.
 */
export async function reconcile(
  doors: BillingDoors,
  isStopping: () => boolean,
): Promise<Reconciliation> {
  const missed = await catchUp(doors).catch((cause: unknown) => {
    log.warn({ error: describeStripeError(cause) }, "Stripe's events not listed");
    return 0;
  });
  const differences: string[] = [];
  let failed = 0;
  const open = await nonTerminal(doors);
  for (const { societeId } of open) {
    if (isStopping()) break;
    try {
      const { changed } = await doors.turns.take(societeId, () => syncAbonnement(doors, societeId));
      if (changed.length === 0) continue;
      differences.push(societeId);
      log.warn({ societeId, changed }, "abonnement differed from Stripe");
    } catch (cause) {
      failed += 1;
      log.warn({ societeId, error: describeStripeError(cause) }, "abonnement not re-read");
    }
  }
  return { missed, read: open.length, differences, failed };
}

/** Those that ended for good have nothing more to say; all others may. */
const nonTerminal = ({ control }: BillingDoors) =>
  control.read((db) =>
    db
      .select({ societeId: abonnements.societeId })
      .from(abonnements)
      .where(
        and(
          isNotNull(abonnements.stripeCustomerId),
          or(
            isNull(abonnements.status),
            notInArray(abonnements.status, ["canceled", "incomplete_expired"]),
          ),
        ),
      ),
  );

/** @returns how many events had never arrived; they are now in the ledger */
async function catchUp({ stripe, control, clock }: BillingDoors): Promise<number> {
  const { at } = clock();
  const [kept] = await control.read((db) =>
    db.select().from(reglages).where(eq(reglages.key, cursorKey)),
  );
  const since = typeof kept?.value === "number" ? kept.value - overlapMs : at - firstLookMs;
  const events: StripeEvent[] = [];
  const listed = stripe.events.list({ created: { gte: Math.floor(since / 1_000) }, limit: 100 });
  for await (const raw of listed) {
    const event = readStripeEvent(raw);
    if (event) events.push(event);
  }
  const retained = events.filter(({ type, account }) => isRetained(type) && account === null);
  const missed: string[] = [];
  for (let i = 0; i < retained.length; i += 200)
    missed.push(...(await recordMissed(control, retained.slice(i, i + 200), at)));
  if (missed.length > 0) log.warn({ missed: missed.length }, "Stripe events had not arrived");
  const newest = events.reduce((latest, { createdAt }) => Math.max(latest, createdAt), since);
  const value = { key: cursorKey, value: Math.max(newest, since + overlapMs), at };
  await control.write((tx) =>
    tx.insert(reglages).values(value).onConflictDoUpdate({ target: reglages.key, set: value }),
  );
  return missed.length;
}
