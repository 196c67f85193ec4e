import { dueRenderings } from "#server/archives/due-renderings";
import { postponeRendering } from "#server/archives/postpone-rendering";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";
import { createBurst } from "./create-burst.ts";
import { createDrawing, type DrawingDoors } from "./create-drawing.ts";

/** `parallel`: documents drawn at the same time, one per worker thread. */
type Options = DrawingDoors & { readonly parallel: number };

export type RenderJobs = ReturnType<typeof createRenderJobs>;

const retryMs = 30_000;
/**
 * Draws and archives what has been issued, one société after the other. The tasks are rows of the société's database,
 * written by the issuing transaction: a crash loses none. A download that comes first does the task itself.
 */
export function createRenderJobs({ parallel, ...doors }: Options) {
  const { tenancy, clock } = doors;
  const drawing = createDrawing(doors);
  const [waiting, timers] = [new Set<SocieteId>(), new Set<NodeJS.Timeout>()];
  const burst = createBurst();
  let working: Promise<void> | null = null;
  let closing = false;

  function wake(societeId: SocieteId): void {
    if (closing) return;
    burst.note();
    waiting.add(societeId);
    working ??= work().finally(() => (working = null));
  }

  function later(societeId: SocieteId): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake(societeId);
    }, retryMs).unref();
    timers.add(timer);
  }

  /** A set also visits what is added while it is visited. */
  async function work(): Promise<void> {
    for (const societeId of waiting) {
      waiting.delete(societeId);
      if (closing) return;
      await drain(societeId).catch((error: unknown) => {
        log.error({ societeId, err: error }, "documents of a société not drawn");
        later(societeId);
      });
    }
    burst.over();
  }

  async function drain(societeId: SocieteId): Promise<void> {
    const tenant = tenancy.openTenant(societeId);
    for (;;) {
      await burst.calm(() => closing);
      const due = await dueRenderings(tenant, clock(), parallel);
      if (due.length === 0 || closing) return;
      await Promise.all(due.map((factureId) => drawOrPostpone(societeId, factureId)));
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
      later(societeId);
    }
  }

  return {
    /** A document of this société was issued, or may be left from before a stop. */
    wake,
    openPdf: drawing.open,
    /** Sociétés whose documents wait for their turn. */
    waiting: () => waiting.size,
    /** Resolves when nothing is being drawn any more. */
    settled: async (): Promise<void> => {
      while (working) await working;
    },
    async close(): Promise<void> {
      closing = true;
      for (const timer of timers) clearTimeout(timer);
      await working;
      await drawing.settled();
    },
  };
}
