import { dueRenderings } from "#server/archives/due-renderings";
import { findArchive } from "#server/archives/find-archive";
import { getRendering } from "#server/archives/get-rendering";
import { postponeRendering } from "#server/archives/postpone-rendering";
import { recordArchive } from "#server/archives/record-archive";
import type { Clock } from "#server/clock";
import type { Archive } from "#server/documents/archive";
import type { Renderer } from "#server/documents/create-renderer";
import { log } from "#server/log";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";

type Doors = {
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly renderer: Renderer;
  readonly archive: Archive;
  readonly clock: Clock;
  /** Documents drawn at the same time: one per worker thread. */
  readonly parallel: number;
};

export type RenderJobs = ReturnType<typeof createRenderJobs>;

const retryMs = 30_000;

/**
 * Draws and archives what has been issued. The tasks are rows of the société's database, written by the issuing
 * transaction: a crash loses none. A download that comes first does the task itself.
 */
export function createRenderJobs({ tenancy, renderer, archive, clock, parallel }: Doors) {
  const waiting = new Set<SocieteId>();
  const running = new Map<string, Promise<Uint8Array>>();
  let workers = 0;
  let closing = false;
  const timers = new Set<NodeJS.Timeout>();
  let idle: () => void = () => {};

  const later = (societeId: SocieteId) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      wake(societeId);
    }, retryMs).unref();
    timers.add(timer);
  };

  /** Draw one document, once, however many ask. */
  function draw(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
    const key = `${societeId}/${factureId}`;
    const drawn = running.get(key) ?? drawNow(societeId, factureId).finally(() => running.delete(key));
    running.set(key, drawn);
    return drawn;
  }

  async function drawNow(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
    const tenant = tenancy.openTenant(societeId);
    const bytes = await renderer.render(await getRendering(tenant, factureId));
    const pdf = { pdfSha256: await archive.put(societeId, bytes), bytes: bytes.byteLength };
    await recordArchive(tenant, { factureId, pdf, now: clock() });
    return bytes;
  }

  async function drain(societeId: SocieteId): Promise<void> {
    const tenant = tenancy.openTenant(societeId);
    for (;;) {
      const due = await dueRenderings(tenant, clock());
      if (due.length === 0 || closing) return;
      for (let at = 0; at < due.length && !closing; at += parallel)
        await Promise.all(due.slice(at, at + parallel).map((id) => drawOrPostpone(societeId, id)));
    }
  }

  async function drawOrPostpone(societeId: SocieteId, factureId: string): Promise<void> {
    try {
      await draw(societeId, factureId);
    } catch (error) {
      if (closing) return;
      log.error({ societeId, factureId, err: error }, "document not drawn");
      const why = error instanceof Error ? error.message : String(error);
      await postponeRendering(tenancy.openTenant(societeId), { factureId, why, now: clock() });
      later(societeId);
    }
  }

  function wake(societeId: SocieteId): void {
    if (closing) return;
    waiting.add(societeId);
    if (workers < 1) void work();
  }

  async function work(): Promise<void> {
    workers++;
    for (const societeId of waiting) {
      waiting.delete(societeId);
      await drain(societeId).catch((error: unknown) => {
        log.error({ societeId, err: error }, "documents of a société not drawn");
        later(societeId);
      });
      if (closing) break;
    }
    workers--;
    idle();
  }

  return {
    /** A document of this société was issued. */
    wake,
    /** The archived bytes; draws them first when their task has not run yet. @throws Refusal FACTURE_NOT_FOUND */
    async openPdf(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
      const found = await findArchive(tenancy.openTenant(societeId), factureId);
      return found ? archive.get(societeId, found.pdfSha256) : draw(societeId, factureId);
    },
    async close(): Promise<void> {
      closing = true;
      for (const timer of timers) clearTimeout(timer);
      if (workers > 0)
        await new Promise<void>((resolve) => {
          idle = resolve;
        });
      await Promise.allSettled(running.values());
    },
  };
}
