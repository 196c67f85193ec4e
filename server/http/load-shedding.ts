import type { MiddlewareHandler } from "hono";
import type { Veille } from "#server/flotte/create-veille";

/** Requests worked on at once, live streams aside. Beyond, each one more would only make all the others late. */
const mostAtOnce = 1_000;

/**
 * Answers 503 at once, with `Retry-After`, rather than queue without end. The queues behind have their own bounds.
 *
 * @param counts kept up to date, for who watches the service
 */
export const shedLoad =
  (counts: Veille["requests"], most = mostAtOnce): MiddlewareHandler =>
  async (c, next) => {
    if (counts.running >= most) {
      counts.shed++;
      counts.shedAt = performance.now();
      const text = "Le service est très sollicité. Réessayez dans quelques secondes.";
      return c.text(text, 503, { "retry-after": "2" });
    }
    counts.running++;
    try {
      await next();
    } finally {
      counts.running--;
      counts.answered++;
    }
  };
