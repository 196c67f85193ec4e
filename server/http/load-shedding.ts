import type { MiddlewareHandler } from "hono";

/** Requests worked on at once, live streams aside. Beyond, each one more would only make all the others late. */
const mostAtOnce = 1_000;

export type LoadShedding = {
  readonly bound: MiddlewareHandler;
  readonly counts: { running: number; answered: number; shed: number };
};

/** Answers 503 at once, with `Retry-After`, rather than queue without end. The queues behind have their own bounds. */
export function createLoadShedding(most = mostAtOnce): LoadShedding {
  const counts = { running: 0, answered: 0, shed: 0 };
  return {
    counts,
    async bound(c, next) {
      if (counts.running >= most) {
        counts.shed++;
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
    },
  };
}
