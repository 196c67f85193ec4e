import { and, asc, eq, inArray, lte, min, sql } from "drizzle-orm";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Control } from "#server/tenancy/control";
import type { StripeEvent } from "./stripe-event.ts";

type Row = typeof stripeEvents.$inferSelect;
export type LedgerEvent = Pick<Row, "id" | "type" | "objectId" | "customerId" | "attempts">;

const waiting = inArray(stripeEvents.status, ["received", "failed"]);
const batch = 200;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
/** Waits between two tries of one event; the last one again and again: nothing is given up. */
const waits: readonly number[] = [
  second,
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  hour,
  6 * hour,
];

/**
 * Writes an event down, once: delivered again it is counted, and one that failed is due at once.
 *
 * @returns whether it is still to be processed
 */
export async function recordEvent(
  control: Control,
  event: StripeEvent,
  at: number,
): Promise<boolean> {
  const { id, type, objectId, customerId, createdAt, bodyHash } = event;
  const row = { id, type, objectId, customerId, createdAt, bodyHash, receivedAt: at, nextAt: at };
  const [kept] = await control.write((tx) =>
    tx
      .insert(stripeEvents)
      .values(row)
      .onConflictDoUpdate({
        target: stripeEvents.id,
        set: { deliveries: sql`${stripeEvents.deliveries} + 1`, nextAt: at },
      })
      .returning({ status: stripeEvents.status }),
  );
  return kept?.status === "received" || kept?.status === "failed";
}

/** Writes down those that never arrived. @returns their ids */
export async function recordMissed(
  control: Control,
  events: readonly StripeEvent[],
  at: number,
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ id, type, objectId, customerId, createdAt, bodyHash }) => {
    return { id, type, objectId, customerId, createdAt, bodyHash, receivedAt: at, nextAt: at };
  });
  const made = await control.write((tx) =>
    tx
      .insert(stripeEvents)
      .values(rows.map((row) => ({ ...row, deliveries: 0 })))
      .onConflictDoNothing()
      .returning({ id: stripeEvents.id }),
  );
  return made.map(({ id }) => id);
}

/** What is to be processed now, oldest first. */
export const dueEvents = (control: Control, at: number): Promise<LedgerEvent[]> =>
  control.read((db) =>
    db
      .select({
        id: stripeEvents.id,
        type: stripeEvents.type,
        objectId: stripeEvents.objectId,
        customerId: stripeEvents.customerId,
        attempts: stripeEvents.attempts,
      })
      .from(stripeEvents)
      .where(and(waiting, lte(stripeEvents.nextAt, at)))
      .orderBy(asc(stripeEvents.createdAt), asc(stripeEvents.id))
      .limit(batch),
  );

/** When the next one is due; null when none waits. */
export async function nextDueAt(control: Control): Promise<number | null> {
  const [next] = await control.read((db) =>
    db
      .select({ at: min(stripeEvents.nextAt) })
      .from(stripeEvents)
      .where(waiting),
  );
  return next?.at ?? null;
}

/** Only these deduplicate: a failed one is tried again, by us and by Stripe. */
export async function settleEvents(
  control: Control,
  ids: readonly string[],
  status: "done" | "ignored",
): Promise<void> {
  await control.write((tx) =>
    tx
      .update(stripeEvents)
      .set({ status, error: null, attempts: sql`${stripeEvents.attempts} + 1` })
      .where(inArray(stripeEvents.id, [...ids])),
  );
}

export async function failEvents(
  control: Control,
  events: readonly LedgerEvent[],
  { error, at }: { readonly error: string; readonly at: number },
): Promise<void> {
  await control.write(async (tx) => {
    for (const { id, attempts } of events) {
      const nextAt = at + (waits[attempts] ?? 6 * hour);
      await tx
        .update(stripeEvents)
        .set({ status: "failed", attempts: attempts + 1, nextAt, error })
        .where(eq(stripeEvents.id, id));
    }
  });
}
