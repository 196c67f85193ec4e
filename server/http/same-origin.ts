import type { MiddlewareHandler } from "hono";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuse what another site's page could send with our cookie. Compares the whole origin (scheme included) with
 * APP_ORIGIN; without Origin, the browser's own Sec-Fetch-Site must say same-origin.
 *
 * Subscriptions and exports are GETs that carry the cookie: another site may not ask for one.
 */
export function sameOrigin(appOrigin: string): MiddlewareHandler {
  return async (c, next) => {
    const { method, path } = c.req;
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isFromUs = reading.has(method)
      ? site !== "cross-site" || !isForOurPages(path)
      : isOurs(origin, site, appOrigin);
    return isFromUs ? next() : refused(path, appOrigin);
  };
}

/** What only a page of ours asks for: another site may lead to the rest by a link, as a mail does. */
const isForOurPages = (path: string) => path.startsWith("/api/") || /\.(?:csv|json)$/.test(path);

const isOurs = (origin: string | undefined, site: string | undefined, appOrigin: string) =>
  origin === undefined ? site === "same-origin" : origin === appOrigin;

/** Somebody who opened the service under another address (its number, another name) is told the right one. */
function refused(path: string, appOrigin: string): Response {
  const text = `Cette demande vient d’une autre adresse que ${appOrigin} : elle a été refusée. Ouvrez FacturePro à cette adresse.`;
  return path.startsWith("/api/")
    ? Response.json({ error: { message: "FORBIDDEN" } }, { status: 403 })
    : new Response(text, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } });
}
