import type { MiddlewareHandler } from "hono";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuse what another site's page could send with our cookie. Compares the whole origin (scheme included) with
 * APP_ORIGIN; without Origin, the browser's own Sec-Fetch-Site must say same-origin.
 *
 * Subscriptions are GETs that carry the cookie: another site may not open one.
 */
export function sameOrigin(appOrigin: string): MiddlewareHandler {
  return async (c, next) => {
    const { method } = c.req;
    if (method === "TRACE" || method === "TRACK") return c.text("Méthode refusée.", 405);
    const site = c.req.header("sec-fetch-site");
    if (reading.has(method)) {
      if (site === "cross-site" && c.req.path.startsWith("/api/")) return refused(c.req.path);
      return next();
    }
    const origin = c.req.header("origin");
    const same = origin === undefined ? site === "same-origin" : origin === appOrigin;
    return same ? next() : refused(c.req.path);
  };
}

function refused(path: string): Response {
  const text = "Cette demande vient d’un autre site : elle a été refusée.";
  return path.startsWith("/api/")
    ? Response.json({ error: { message: "FORBIDDEN" } }, { status: 403 })
    : new Response(text, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
}
