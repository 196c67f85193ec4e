import type { Context as HonoContext } from "hono";
import { ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import { stackedPages } from "#server/documents/stacked-pages";
import type { Doors } from "#server/doors";
import { findLogo } from "#server/societe/find-logo";
import { drawnFile } from "./drawn-file.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";

export const brouillonPath = "/factures/:factureId{[0-9a-f]{32}}/:apercu{apercu\\.(svg|pdf)}";

/**
 * `/factures/:id/apercu.svg` and `.pdf`: a brouillon by the very renderer of the documents, stamped as what it is. 204
 * where this machine's build of Typst draws no images: the PDF says the same.
 */
export const brouillonRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  try {
    const factureId = c.req.param("factureId") ?? "";
    const snapshot = await createCaller(ctx).factures.preview({ factureId });
    const { member } = ctx.session ?? {};
    const { logoSha256 } = snapshot.marque;
    const logo =
      member && logoSha256 !== null
        ? await findLogo(doors.tenancy.openTenant(member.societeId), logoSha256)
        : null;
    const job = { snapshot, xml: null, logo, issuedAt: Math.floor(ctx.now.at / 1000) };
    if (c.req.param("apercu") === "apercu.pdf")
      return drawnFile(new Uint8Array(await doors.renderer.render(job)), "application/pdf");
    const pages = await doors.renderer.renderSvgPages(job);
    return pages === null
      ? c.body(null, 204)
      : drawnFile(new TextEncoder().encode(stackedPages(pages)), "image/svg+xml");
  } catch (error) {
    return refusedDownload(error, c, ctx);
  }
};
