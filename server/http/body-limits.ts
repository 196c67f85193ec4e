import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

const kilobyte = 1_024;

/** The longest body each route reads; a logo of 2 MB travels as base64. */
const limits: readonly (readonly [prefix: string, bytes: number])[] = [
  ["/api/trpc/societe.setLogo", 3_072 * kilobyte],
  ["/api/trpc", 1_024 * kilobyte],
  ["/reglages/marque", 3_072 * kilobyte],
  ["/", 256 * kilobyte],
];

const tooLong = (c: Context) => c.text("Cet envoi est trop volumineux.", 413);

const handlers = limits.map(
  ([prefix, maxSize]) =>
    ({ prefix, maxSize, counting: bodyLimit({ maxSize, onError: tooLong }) }) as const,
);

/**
 * Bound every body before anything reads it: Remix has no limit of its own. A length that is said is believed, since Node's
 * parser reads no more than it; a body without one is counted as it comes.
 */
export const bodyLimits: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next(); // no body: nothing to open the request for
  const found = handlers.find(({ prefix }) => c.req.path.startsWith(prefix));
  if (!found) return next();
  const said = c.req.header("content-length");
  // Not opened as a stream: whoever reads it next may then take it whole.
  if (said !== undefined && /^\d+$/.test(said) && c.req.header("transfer-encoding") === undefined)
    return Number(said) > found.maxSize ? tooLong(c) : next();
  return found.counting(c, next);
};
