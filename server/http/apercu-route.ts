import { TRPCError } from "@trpc/server";
import type { Context as HonoContext } from "hono";
import { type Context, ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { findLogo } from "#server/societe/find-logo";
import { drawnFile } from "./drawn-file.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";

export const apercuPath = "/marque/:apercu{apercu\\.(svg|pdf)}";

type Looks = Parameters<ReturnType<typeof createCaller>["societe"]["sample"]>[0];

/**
 * `/marque/apercu.svg` and `.pdf`: the first page of a sample facture as this marque would draw it, by the very renderer
 * of the documents. 204 where this machine's build of Typst draws no images: the PDF says the same.
 */
export const apercuRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  const { template, accent, second, window, police } = c.req.query();
  const looks = { template, accent, second, window, police } as Looks;
  try {
    const snapshot = await createCaller(ctx).societe.sample(looks);
    const { member } = ctx.session ?? {};
    const { logoSha256 } = snapshot.marque;
    const logo =
      member && logoSha256 !== null
        ? await findLogo(doors.tenancy.openTenant(member.societeId), logoSha256)
        : null;
    const issuedAt = Math.floor(ctx.now.at / 1000);
    const job = { snapshot, xml: null, logo, issuedAt };
    if (c.req.param("apercu") === "apercu.pdf")
      return drawnFile(new Uint8Array(await doors.renderer.render(job)), "application/pdf");
    const pages = await doors.renderer.renderSvgPages(job);
    return pages === null
      ? c.body(null, 204)
      : drawnFile(new TextEncoder().encode(pages[0] ?? ""), "image/svg+xml");
  } catch (error) {
    return refused(error, c, ctx);
  }
};

function refused(error: unknown, c: HonoContext, ctx: Context): Response {
  const code = error instanceof TRPCError ? error.code : null;
  if (code === "BAD_REQUEST") return c.text("Cette marque n’est pas complète.", 400);
  if (code === "UNAUTHORIZED") return c.text("Connectez-vous pour voir cet aperçu.", 401);
  if (code === "FORBIDDEN") return c.text("Votre rôle ne permet pas de voir cet aperçu.", 403);
  return refusedDownload(error, c, ctx);
}
