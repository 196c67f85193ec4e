import { createHash } from "node:crypto";
import type { Context as HonoContext } from "hono";
import { ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { findLogo } from "#server/societe/find-logo";
import { openContext } from "./request-context.ts";

export const marquePath = "/marque/:file{(style\\.css|logo\\.png)}";

const colour = /^#[0-9a-f]{6}$/;

/**
 * `/marque/style.css` and `/marque/logo.png`: the brand of the session's own société, asked again by ETag. Only
 * validated colours reach the sheet.
 */
export const marqueRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  if (!ctx.session?.member) return c.body(null, 204);
  const marque = await createCaller(ctx).societe.marque();
  if (c.req.param("file") === "style.css") {
    const sheet = colour.test(marque.accent) ? `:root{--marque:${marque.accent}}` : "";
    return tagged(c, new TextEncoder().encode(sheet), "text/css; charset=utf-8");
  }
  const tenant = doors.tenancy.openTenant(ctx.session.member.societeId);
  const png = marque.logoSha256 === null ? null : await findLogo(tenant, marque.logoSha256);
  return png === null ? c.notFound() : tagged(c, new Uint8Array(png), "image/png");
};

function tagged(c: HonoContext, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "cookie" };
  if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "content-type": type } });
}
