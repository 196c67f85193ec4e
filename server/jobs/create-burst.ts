import { setTimeout as sleep } from "node:timers/promises";

/** Issues come in bursts: they have the processor to themselves until none came for this long… */
const calmMs = 250;
/** …or until documents have waited this long. */
const longestHoldMs = 15_000;

/** What may wait lets what people wait for go first. */
export function createBurst() {
  let last = Number.NEGATIVE_INFINITY;
  return {
    note(): void {
      last = performance.now();
    },
    /** Resolves when the burst is over, has lasted too long, or `isClosing`. */
    async calm(isClosing: () => boolean): Promise<void> {
      const latest = performance.now() + longestHoldMs;
      while (!isClosing() && performance.now() < Math.min(last + calmMs, latest))
        await sleep(calmMs / 5);
    },
  };
}
