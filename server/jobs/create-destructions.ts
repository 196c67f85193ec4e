import { and, asc, eq, lte, or } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { type DestroyDoors, destroySociete } from "#server/cloture/destroy-societe";
import { retireIdle } from "#server/demonstration/retire-idle";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";

export type Destructions = ReturnType<typeof createDestructions>;

const everyMs = 60 * 60_000;

/**
 * Destroys the sociétés whose thirty days are over, and the demonstrations nobody comes into any more: looked at every
 * hour, and at the start what a stop left half done.
 */
export function createDestructions(doors: DestroyDoors) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closing = false;

  async function sweep(): Promise<void> {
    const { at } = doors.clock();
    await retireIdle(doors.control, at);
    const isDue = and(eq(clotures.step, "asked"), lte(clotures.deletionAt, at));
    const due = await doors.control.read((db) =>
      db
        .select({ id: clotures.societeId })
        .from(clotures)
        .where(or(isDue, eq(clotures.step, "destroying")))
        .orderBy(asc(clotures.deletionAt)),
    );
    for (const { id } of due) {
      if (closing) return;
      await destroySociete(doors, id as SocieteId).then(
        () => log.info({ societeId: id }, "société destroyed"),
        (err: unknown) => log.error({ societeId: id, err }, "société not destroyed yet"),
      );
    }
  }

  const run = (): Promise<void> => {
    running = running
      .then(sweep)
      .catch((err: unknown) => log.error({ err }, "destructions stopped"));
    return running;
  };

  return {
    run,
    start(): void {
      void run();
      timer = setInterval(() => void run(), everyMs).unref();
    },
    async close(): Promise<void> {
      closing = true;
      clearInterval(timer);
      await running;
    },
  };
}
