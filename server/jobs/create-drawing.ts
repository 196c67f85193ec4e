import { findArchive } from "#server/archives/find-archive";
import { getRendering } from "#server/archives/get-rendering";
import { recordArchive } from "#server/archives/record-archive";
import type { Clock } from "#server/clock";
import type { Archive } from "#server/documents/archive";
import type { Renderer } from "#server/documents/create-renderer";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { traced } from "#server/traces/traced";

export type DrawingDoors = {
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly renderer: Renderer;
  readonly archive: Archive;
  readonly clock: Clock;
};

const spanOf = (societeId: SocieteId) => ({
  name: "render document",
  facts: { "facturepro.societe_id": societeId },
});

/** Draws the one PDF of an issued document and archives it, once however many ask at the same time. */
export function createDrawing({ tenancy, renderer, archive, clock }: DrawingDoors) {
  const running = new Map<string, Promise<Uint8Array>>();

  async function drawNow(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
    const tenant = tenancy.openTenant(societeId);
    const bytes = await renderer.render(await getRendering(tenant, factureId));
    const pdf = {
      pdfSha256: await archive.store(societeId, "pdf", bytes),
      bytes: bytes.byteLength,
    };
    await recordArchive(tenant, { factureId, pdf, now: clock() });
    return bytes;
  }

  function draw(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
    const key = `${societeId}/${factureId}`;
    const drawn =
      running.get(key) ??
      traced(spanOf(societeId), () => drawNow(societeId, factureId)).finally(() =>
        running.delete(key),
      );
    running.set(key, drawn);
    return drawn;
  }

  return {
    draw,
    /** The archived bytes; draws them first when their task has not run yet. @throws Refusal FACTURE_NOT_FOUND */
    async open(societeId: SocieteId, factureId: string): Promise<Uint8Array> {
      const found = await findArchive(tenancy.openTenant(societeId), factureId);
      return found ? archive.read(societeId, "pdf", found.pdfSha256) : draw(societeId, factureId);
    },
    settled: () => Promise.allSettled(running.values()),
  };
}
