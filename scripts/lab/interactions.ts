import type { CDPSession, Page } from "playwright-core";

/** A processor four times slower: a modest telephone, beside the machine of the run. */
export const slowDown = 4;
/** Milliseconds, of the worst interaction but one in fifty: what « INP » means. */
export const inpBound = 150;

type Seen = { interactions: Record<number, number> };
type Timed = PerformanceEntry & { readonly interactionId: number };

export type Interactions = {
  readonly interactions: number;
  readonly inp: number;
  readonly median: number;
  readonly worst: number;
  /** Processor time of the page's main thread an interaction, ms: waiting for a busy machine is not in it. */
  readonly task: number;
};

/** The page on the slowed processor. */
export async function slowed(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  return cdp;
}

/** What a person does on a page, each interaction timed as the browser itself does (Event Timing), CPU slowed. */
export async function timed(page: Page, act: () => Promise<void>): Promise<Interactions> {
  const cdp = await slowed(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(observe);
  const before = await taskTime(cdp);
  await act();
  await page.waitForTimeout(1_000);
  const spent = (await taskTime(cdp)) - before;
  const durations = await page.evaluate(() =>
    Object.values((window as unknown as Seen).interactions),
  );
  await cdp.detach();
  const sorted = durations.sort((a, b) => b - a);
  return {
    interactions: sorted.length,
    inp: sorted[Math.floor(sorted.length / 50)] ?? 0,
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    worst: sorted[0] ?? 0,
    task: Math.round(spent / Math.max(1, sorted.length)),
  };
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

/** Runs in the page: an interaction lasts as long as its longest event. */
function observe(): void {
  const interactions: Record<number, number> = {};
  (window as unknown as Seen).interactions = interactions;
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Timed[])
      if (interactionId > 0)
        interactions[interactionId] = Math.max(interactions[interactionId] ?? 0, duration);
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
