import { statSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { slowed } from "./interactions.ts";

const client = path.join(import.meta.dirname, "../../build/client");
const rounds = 5;

export type Loading = { readonly lcp: number; readonly cls: number };

export type Visit = { readonly baseURL: string; readonly storageState: Kept };
type Kept = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A page opened by somebody signed in whose browser keeps no file yet, CPU slowed: medians of five. */
export async function loading(browser: Browser, visit: Visit, page: string): Promise<Loading> {
  const seen: Loading[] = [];
  for (let round = 0; round < rounds; round++)
    seen.push(
      await visited(browser, visit, async (opened) => {
        await slowed(opened);
        await opened.goto(page, { waitUntil: "load" });
        await opened.waitForTimeout(2_500);
        return opened.evaluate(vitals);
      }),
    );
  return { lcp: median(seen.map(({ lcp }) => lcp)), cls: median(seen.map(({ cls }) => cls)) };
}

/** What the scripts of a page weigh in gzip, bytes, whatever the browser negotiated: those it runs, and those it prepares. */
export function scriptBytes(browser: Browser, visit: Visit, page: string): Promise<number> {
  return visited(browser, visit, async (opened) => {
    const scripts = new Set<string>();
    opened.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) scripts.add(pathname);
    });
    await opened.goto(page, { waitUntil: "load" });
    await opened.waitForTimeout(2_000);
    return [...scripts].reduce(
      (sum, one) => sum + statSync(path.join(client, `${one}.gz`)).size,
      0,
    );
  });
}

export async function visited<T>(browser: Browser, visit: Visit, work: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ locale: "fr-FR", ...visit });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };

/** Runs in the page: largest contentful paint, ms; the sum of the shifts nobody caused. */
function vitals(): Promise<Loading> {
  return new Promise((resolve) => {
    let lcp = 0;
    let cls = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) lcp = Math.round(entry.startTime);
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as Shift[])
        if (!hadRecentInput) cls += value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve({ lcp, cls: Math.round(cls * 10_000) / 10_000 }), 200);
  });
}
