import { setTimeout as sleep } from "node:timers/promises";

/** Issues come in bursts: they have the processor to themselves until none came for this long… */
const calmMs = 250;
/** …or until documents have waited this long: then all that wait are drawn, whatever comes. */
const longestHoldMs = 60_000;

/** What may wait lets what people wait for go first. */
export function createBurst() {
  let first: number | null = null;
  let last = Number.NEGATIVE_INFINITY;
  return {
    note(): void {
      last = performance.now();
      first ??= last;
    },
    /** Resolves when the burst is over, has lasted too long, or `isClosing`. */
    async calm(isClosing: () => boolean): Promise<void> {
      const latest = (first ?? 0) + longestHoldMs;
      while (!isClosing() && performance.now() < Math.min(last + calmMs, latest))
        await sleep(calmMs / 5);
    },
    /** Nothing waits any more. */
    over(): void {
      first = null;
    },
  };
}
