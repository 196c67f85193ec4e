import type { Context as HonoContext } from "hono";
import type { Context } from "#server/api/context";
import { createCaller } from "#server/api/root";
import { exportSociete } from "#server/cloture/export-societe";
import { Refusal } from "#server/domain/refusal";
import type { Doors } from "#server/doors";
import type { SocieteId } from "#server/tenancy/tenant";
import { contentDisposition } from "./content-disposition.ts";
import { noteExport } from "./note-export.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";
import { streamOf } from "./stream-of.ts";
import { zipped } from "./zipped.ts";

export const societeExportPath = "/reglages/donnees/export.zip";

/**
 * `/reglages/donnees/export.zip?societe=…`: everything the société keeps in one archive, made while it is taken and never
 * whole anywhere. One at a time for a société; `societe` is the one the page was rendered for.
 */
export const societeExportRoute = (doors: Doors) => {
  const running = new Set<SocieteId>();
  return async (c: HonoContext) => {
    const ctx = await openContext(doors, c, {
      requestedSociete: c.req.query("societe") ?? null,
      resHeaders: new Headers(),
    });
    try {
      const { societeId } = await createCaller(ctx).cloture.export();
      const isAsked = c.req.method !== "HEAD";
      if (isAsked && running.has(societeId)) throw new Refusal("EXPORT_RUNNING");
      return new Response(isAsked ? bodyOf(ctx, societeId, running) : null, {
        headers: {
          "content-type": "application/zip",
          "content-disposition": contentDisposition(
            `FacturePro ${ctx.session?.member?.nom ?? ""} ${ctx.now.today}.zip`,
          ),
          "cache-control": "private, no-store",
          "content-security-policy": "sandbox; default-src 'none'",
        },
      });
    } catch (error) {
      return refusedDownload(error, c, ctx);
    }
  };
};

function bodyOf(ctx: Context, societeId: SocieteId, running: Set<SocieteId>) {
  const { doors, now } = ctx;
  const tenant = doors.tenancy.openTenant(societeId);
  noteExport(ctx, { quoi: "societe", format: "zip" });
  running.add(societeId);
  const entries = exportSociete({ tenant, openPdf: doors.renderJobs.openPdf }, now);
  return streamOf(zipped(entries), () => running.delete(societeId));
}
