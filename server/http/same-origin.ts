import type { MiddlewareHandler } from "hono";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);
const unsupported = new Set(["TRACE", "TRACK", "CONNECT"]);

/**
 * Refuse what another site's page could send with our cookie. Compares the whole origin (scheme included) with
 * APP_ORIGIN; without Origin, the browser's own Sec-Fetch-Site must say same-origin.
 *
 * Subscriptions are GETs that carry the cookie: another site may not open one.
 */
export function sameOrigin(appOrigin: string): MiddlewareHandler {
  return async (c, next) => {
    const { method, path } = c.req;
    if (unsupported.has(method)) return c.text("Méthode refusée.", 405);
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isFromUs = reading.has(method)
      ? site !== "cross-site" || !path.startsWith("/api/")
      : isOurs(origin, site, appOrigin);
    return isFromUs ? next() : refused(path);
  };
}

const isOurs = (origin: string | undefined, site: string | undefined, appOrigin: string) =>
  origin === undefined ? site === "same-origin" : origin === appOrigin;

function refused(path: string): Response {
  const text = "Cette demande vient d’un autre site : elle a été refusée.";
  return path.startsWith("/api/")
    ? Response.json({ error: { message: "FORBIDDEN" } }, { status: 403 })
    : new Response(text, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
}
