import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Clock } from "#server/clock";
import { versionOf } from "#server/version-of";

/** A request that takes longer is written down, ms. */
const slowMs = 1_000;
const slowKept = 50;
const errorsKept = 200;
/** Sociétés counted one by one; the one counted first is forgotten beyond. */
const societesKept = 20_000;
/** The delay of the event loop is measured over stretches of this length, ms. */
const stretchMs = 15_000;

type Sight = {
  /** A procedure, or a method and an address without ids: « factures.issue », « GET /factures/… ». */
  readonly place: string;
  /** Null: nobody's, or nobody logged in. */
  readonly societeId: string | null;
};
type Slow = Sight & { readonly ms: number };
type Failed = Sight & { readonly requestId: string };
type At = { readonly at: number };

type Counts = { readonly calls: number; readonly slow: number; readonly errors: number };
const none: Counts = { calls: 0, slow: 0, errors: 0 };

/** What the process sees of itself while it runs: kept in memory, bounded, without anything of a person. */
export type Veille = ReturnType<typeof createVeille>;

/** @param root the project's folder, whose package.json says the version */
export function createVeille(clock: Clock, root: string) {
  const slow: (Slow & At)[] = [];
  const errors: (Failed & At)[] = [];
  const bySociete = new Map<string, Counts>();
  const totals = { slow: 0, errors: 0 };

  const count = (societeId: string | null, one: keyof Counts) => {
    if (societeId === null) return;
    const known = bySociete.get(societeId);
    if (!known && bySociete.size >= societesKept) forgetFirst(bySociete);
    const counts = known ?? none;
    bySociete.set(societeId, { ...counts, [one]: counts[one] + 1 });
  };

  return {
    version: versionOf(root),
    startedAt: clock().at,
    /** Of the requests, counted by the middleware that bounds them; `shedAt`: when one was last refused, on the process's own clock. */
    requests: { running: 0, answered: 0, shed: 0, shedAt: null as number | null },
    lag: createLag(),
    /** A call or a page was answered, well or not. */
    answered(sight: Slow): void {
      count(sight.societeId, "calls");
      if (sight.ms < slowMs) return;
      totals.slow += 1;
      count(sight.societeId, "slow");
      keep(slow, { ...sight, at: clock().at }, slowKept);
    },
    /** Something failed that no refusal explains. */
    failed(sight: Failed): void {
      totals.errors += 1;
      count(sight.societeId, "errors");
      keep(errors, { ...sight, at: clock().at }, errorsKept);
    },
    countsOf: (societeId: string): Counts => bySociete.get(societeId) ?? none,
    /** The latest first; the totals are those since the start. */
    read: () => ({ slow: slow.toReversed(), errors: errors.toReversed(), totals: { ...totals } }),
  };
}

function keep<T>(ring: T[], one: T, most: number): void {
  ring.push(one);
  if (ring.length > most) ring.shift();
}

function forgetFirst(counts: Map<string, Counts>): void {
  const [first] = counts.keys();
  if (first !== undefined) counts.delete(first);
}

/** The p99 delay of the event loop, in seconds, of the stretch under way or of the one before, whichever is longer. */
function createLag(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let since = performance.now();
  let before = 0;
  return () => {
    const current = delay.percentile(99) / 1e9;
    const shown = Math.max(before, current);
    if (performance.now() - since < stretchMs) return shown;
    before = current;
    since = performance.now();
    delay.reset();
    return shown;
  };
}
