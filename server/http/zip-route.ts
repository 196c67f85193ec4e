import type { Context as HonoContext } from "hono";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import type { SocieteId } from "#server/tenancy/tenant";
import { contentDisposition } from "./content-disposition.ts";
import { selectionIn } from "./export-route.ts";
import { noteExport } from "./note-export.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";
import { streamOf } from "./stream-of.ts";
import { zipped } from "./zipped.ts";

export const zipPath = "/factures.zip";

/**
 * `/factures.zip?societe=…`: the PDF of the documents of a selection in one archive, made while it is taken. One just
 * issued is waited for. `x-documents` says how many there are, for a progress that counts them.
 */
export const zipRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: c.req.query("societe") ?? null,
    resHeaders: new Headers(),
  });
  const asked = selectionIn(c);
  try {
    const { societeId, documents } = await createCaller(ctx).factures.zip(asked);
    noteExport(ctx, { quoi: "factures", format: "zip", nb: String(documents.length) });
    const name = `Factures ${ctx.session?.member?.nom ?? ""} ${ctx.now.today}.zip`;
    const files = pdfs(doors, societeId, { documents, at: new Date(ctx.now.at) });
    return new Response(streamOf(zipped(files)), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": contentDisposition(name),
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
        "x-documents": String(documents.length),
      },
    });
  } catch (error) {
    return refusedDownload(error, c, ctx);
  }
};

type Wanted = {
  readonly documents: readonly { readonly id: string; readonly number: string }[];
  readonly at: Date;
};

/** One at a time, each opened when the archive comes to it. */
async function* pdfs(doors: Doors, societeId: SocieteId, { documents, at }: Wanted) {
  for (const { id, number } of documents)
    yield {
      name: `${number.replace(/[^\w.-]/g, "-")}.pdf`,
      input: new Uint8Array(await doors.renderJobs.openPdf(societeId, id)),
      lastModified: at,
    };
}
