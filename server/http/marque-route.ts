import type { Context as HonoContext } from "hono";
import { ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { findLogo } from "#server/societe/find-logo";
import { styleSheet } from "./marque-files.ts";
import { tagged } from "./public-marque-route.ts";
import { openContext } from "./request-context.ts";

export const marquePath = "/marque/:file{(style\\.css|logo\\.png)}";

/** Asked again each time, and one per session: two sociétés share these addresses. */
const control = "private, no-cache";
const perSession = { vary: "cookie" };

/**
 * `/marque/style.css` and `/marque/logo.png`: the brand of the session's own société, asked again by ETag. Only
 * validated colours reach the sheet.
 */
export const marqueRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  // Typed all the same: a page without a société, one's own account, asks for it and would complain.
  if (!ctx.session?.member) return c.body(null, 204, { "content-type": "text/css; charset=utf-8" });
  const marque = await createCaller(ctx).societe.marque();
  if (c.req.param("file") === "style.css") {
    const sheet = { body: styleSheet(marque), type: "text/css; charset=utf-8" };
    return tagged(c, sheet, control, perSession);
  }
  const tenant = doors.tenancy.openTenant(ctx.session.member.societeId);
  const png = marque.logoSha256 === null ? null : await findLogo(tenant, marque.logoSha256);
  return png === null
    ? c.notFound()
    : tagged(c, { body: png, type: "image/png" }, control, perSession);
};
