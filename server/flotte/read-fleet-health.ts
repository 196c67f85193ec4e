import { and, desc, eq, inArray, isNotNull, max, min, ne } from "drizzle-orm";
import { copies } from "#db/control/schema/copies";
import { outbox } from "#db/control/schema/outbox";
import { pannes } from "#db/control/schema/pannes";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import { stripeEvents } from "#db/control/schema/stripe-events";
import type { Control } from "#server/tenancy/control";

/** What the control database knows of the fleet. Ages in seconds; null: never, or nothing waits. */
export function readFleetHealth(control: Control, at: number) {
  const ageOf = (since: number | null | undefined) =>
    since == null ? null : Math.max(0, Math.round((at - since) / 1_000));
  return control.read(async (db) => {
    const isActive = eq(societes.status, "active");
    const isWaiting = eq(outbox.status, "pending");
    const isReceived = eq(stripeEvents.status, "received");
    const [backup] = await db
      .select()
      .from(sauvegardes)
      .where(inArray(sauvegardes.state, ["complete", "partial"]))
      .orderBy(desc(sauvegardes.startedAt))
      .limit(1);
    const [oldestMail] = await db
      .select({ at: min(outbox.createdAt) })
      .from(outbox)
      .where(isWaiting);
    const [oldestEvent] = await db
      .select({ at: min(stripeEvents.receivedAt) })
      .from(stripeEvents)
      .where(isReceived);
    const [rehearsal] = await db.select({ at: max(copies.rehearsedAt) }).from(copies);
    return {
      /** Customers: a demonstration is none. */
      societes: await db.$count(societes, and(isActive, eq(societes.isDemonstration, false))),
      unavailable: await db.$count(pannes),
      toMigrate: await db.$count(
        societes,
        and(isActive, ne(societes.migrationState, "up_to_date")),
      ),
      migrationsFailed: await db.$count(societes, eq(societes.migrationState, "failed")),
      backup: backup ?? null,
      backupAge: ageOf(backup?.startedAt),
      copies: await db.$count(copies, isNotNull(copies.savedAt)),
      copiesFailed: await db.$count(copies, isNotNull(copies.failure)),
      rehearsed: await db.$count(copies, isNotNull(copies.rehearsedAt)),
      rehearsedAt: rehearsal?.at ?? null,
      rehearsalsFailed: await db.$count(copies, isNotNull(copies.rehearsalFailure)),
      mailsWaiting: await db.$count(outbox, isWaiting),
      mailsFailed: await db.$count(outbox, eq(outbox.status, "failed")),
      oldestMail: ageOf(oldestMail?.at),
      eventsWaiting: await db.$count(stripeEvents, isReceived),
      oldestEvent: ageOf(oldestEvent?.at),
      eventsFailed: await db.$count(stripeEvents, eq(stripeEvents.status, "failed")),
    };
  });
}
