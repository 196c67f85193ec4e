import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

const kilobyte = 1_024;

/** The longest body each route reads; a logo of 2 MB travels as base64. */
const limits: readonly (readonly [prefix: string, bytes: number])[] = [
  ["/api/trpc/societe.setLogo", 3_072 * kilobyte],
  ["/api/trpc", 1_024 * kilobyte],
  ["/reglages/marque", 3_072 * kilobyte],
  ["/", 256 * kilobyte],
];

const handlers = limits.map(
  ([prefix, maxSize]) =>
    [
      prefix,
      bodyLimit({ maxSize, onError: (c) => c.text("Cet envoi est trop volumineux.", 413) }),
    ] as const,
);

/** Bound every body before anything reads it: Remix has no limit of its own. */
export const bodyLimits: MiddlewareHandler = (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next(); // no body: nothing to open the request for
  const found = handlers.find(([prefix]) => c.req.path.startsWith(prefix));
  return found ? found[1](c, next) : next();
};
