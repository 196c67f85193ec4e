import { eq, min } from "drizzle-orm";
import { outbox } from "#db/control/schema/outbox";
import { createLoop, type Loop } from "#server/create-loop";
import { type OutboxDoors, sendDue } from "./send-due.ts";

/** Sends what the outbox holds, one mail at a time. One worker only: the data directory belongs to one process. */
export const createOutboxWorker = (doors: OutboxDoors): Loop =>
  createLoop({
    name: "outbox",
    shortestNap: 250,
    longestNap: 60_000,
    round: (isStopping) => sendDue(doors, isStopping),
    untilNext: () => untilNext(doors),
  });

async function untilNext({ control, clock }: OutboxDoors): Promise<number | null> {
  const [next] = await control.read((db) =>
    db
      .select({ at: min(outbox.nextAt) })
      .from(outbox)
      .where(eq(outbox.status, "pending")),
  );
  return next?.at ? next.at - clock().at : null;
}
