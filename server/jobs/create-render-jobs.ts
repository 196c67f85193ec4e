import { nextRenderings } from "#server/archives/next-renderings";
import { postponeRendering } from "#server/archives/postpone-rendering";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";
import { createBurst } from "./create-burst.ts";
import { createDrawing, type DrawingDoors } from "./create-drawing.ts";

/** `parallel`: documents drawn at the same time, one per worker thread. */
type Options = DrawingDoors & { readonly parallel: number };

export type RenderJobs = ReturnType<typeof createRenderJobs>;

/** One that failed is tried again at its time, looked at between these delays. */
const [soonestMs, latestMs] = [1_000, 30_000];

/**
 * Draws and archives what has been issued, one société after the other. The tasks are rows of the société's database,
 * written by the issuing transaction: a crash loses none. A download that comes first does the task itself.
 */
export function createRenderJobs({ parallel, ...doors }: Options) {
  const { tenancy, clock } = doors;
  const drawing = createDrawing(doors);
  const waiting = new Set<SocieteId>();
  const burst = createBurst();
  let working: Promise<void> | null = null;
  let closing = false;

  function look(societeId: SocieteId): void {
    if (closing) return;
    waiting.add(societeId);
    working ??= work().finally(() => (working = null));
  }

  const again = createAgain(look);

  /** A set also visits what is added while it is visited. */
  async function work(): Promise<void> {
    for (const societeId of waiting) {
      waiting.delete(societeId);
      if (closing) return;
      await drain(societeId).catch((error: unknown) => {
        log.error({ societeId, err: error }, "documents of a société not drawn");
        again.after(societeId, latestMs);
      });
    }
    burst.over();
  }

  async function drain(societeId: SocieteId): Promise<void> {
    const tenant = tenancy.openTenant(societeId);
    for (;;) {
      await burst.calm(() => closing);
      const [first, ...others] = await nextRenderings(tenant, parallel);
      if (closing || !first) return;
      const due = [first, ...others].filter(({ nextAt }) => nextAt <= clock().at);
      if (due.length === 0) return again.after(societeId, first.nextAt - clock().at);
      await Promise.all(due.map(({ factureId }) => drawOrPostpone(societeId, factureId)));
    }
  }

  async function drawOrPostpone(societeId: SocieteId, factureId: string): Promise<void> {
    try {
      await drawing.draw(societeId, factureId);
    } catch (error) {
      if (closing) return;
      log.error({ societeId, factureId, err: error }, "document not drawn");
      const why = error instanceof Error ? error.message : String(error);
      await postponeRendering(tenancy.openTenant(societeId), { factureId, why, now: clock() });
    }
  }

  return {
    /** A document of this société was issued. */
    wake(societeId: SocieteId): void {
      burst.note();
      look(societeId);
    },
    /** Documents of this société may be left from before a stop. */
    look,
    openPdf: drawing.open,
    /** Sociétés whose documents wait for their turn. */
    waiting: () => waiting.size,
    /** Resolves when nothing is being drawn any more. */
    settled: async (): Promise<void> => {
      while (working) await working;
    },
    async close(): Promise<void> {
      closing = true;
      again.close();
      await working;
      await drawing.settled();
    },
  };
}

/** Sociétés to be looked at again, once each. */
function createAgain(look: (societeId: SocieteId) => void) {
  const timers = new Map<SocieteId, NodeJS.Timeout>();
  return {
    after(societeId: SocieteId, delay: number): void {
      clearTimeout(timers.get(societeId));
      const timer = setTimeout(
        () => {
          timers.delete(societeId);
          look(societeId);
        },
        Math.min(Math.max(delay, soonestMs), latestMs),
      );
      timers.set(societeId, timer.unref());
    },
    close(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
