import type { MiddlewareHandler } from "hono";

/** Nothing of ours answers them; TRACE would give a page its own cookies back. */
const unsupported = new Set(["TRACE", "TRACK", "CONNECT"]);
const allowed = "GET, HEAD, POST, OPTIONS";

/** The longest address read, path and search together; a batch of ten questions fits. The client splits above it. */
const longestAddress = 8_192;

/** Before anything is looked at: the method and the length of the address. */
export const requestLine: MiddlewareHandler = async (c, next) => {
  if (unsupported.has(c.req.method)) return c.text("Méthode refusée.", 405, { allow: allowed });
  if (c.req.raw.url.length > longestAddress) return c.text("Cette adresse est trop longue.", 414);
  return next();
};
