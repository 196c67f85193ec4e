import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { benchPassword } from "./seed-societe.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

/** The slowness of a modest telephone, beside the machine of the run. */
const slowdown = 4;
const bound = 150;

const chromiumPath =
  process.env["CHROMIUM_PATH"] ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** The longest interactions of a page, milliseconds from the gesture to the frame that shows it, as INP is defined. */
type Interactions = { readonly durations: readonly number[] };

/**
 * INP: the list of 10,000 factures filtered as a person does (views, words typed letter by letter, ticks), on a processor
 * slowed down fourfold.
 */
export async function measureInteractions({ server }: Bench): Promise<WorkloadResult> {
  if (chromiumPath === undefined) throw new Error("no Chromium: say where by CHROMIUM_PATH");
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ baseURL: server.baseUrl, locale: "fr-FR" });
    await logIn(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const list = inpOf(await filtering(page));
    return {
      workload: "INP",
      figures: { slowdown, filtering_10k: list },
      limits: [atMost("filtering 10,000 factures, ms", list.inp_ms, bound)],
    };
  } finally {
    await browser.close();
  }
}

async function logIn(page: Page): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Identifiant ou e-mail").fill("mesure-d1");
  await page.getByLabel("Mot de passe", { exact: true }).fill(benchPassword);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL(/\/tableau-de-bord/);
}

async function filtering(page: Page): Promise<Interactions> {
  await page.goto("/factures");
  await watch(page);
  const search = page.getByRole("searchbox");
  for (const words of ["client 3f", "F-2026", "1 200,00"]) {
    await search.click();
    await search.pressSequentially(words, { delay: 120 });
    await page.waitForTimeout(600);
    await search.fill("");
    await page.waitForTimeout(400);
  }
  for (const view of ["En retard", "À encaisser", "Brouillons", "Toutes"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.waitForTimeout(800);
  }
  const boxes = page.locator("tbody input[type=checkbox]");
  for (const row of [0, 3, 9]) {
    await boxes.nth(row).click();
    await page.waitForTimeout(300);
  }
  return { durations: await page.evaluate(seen) };
}

/** In the page: each interaction is its longest event, by the id the browser gives it. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longest = new Map<number, number>();
    (window as unknown as { longest: Map<number, number> }).longest = longest;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId, duration } = entry as PerformanceEventTiming & {
          interactionId: number;
        };
        if (interactionId > 0)
          longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

const seen = (): number[] => [
  ...(window as unknown as { longest: Map<number, number> }).longest.values(),
];

/** INP leaves one interaction out for every fifty: the worst of the rest. */
function inpOf({ durations }: Interactions) {
  const sorted = [...durations].sort((a, b) => b - a);
  return {
    interactions: sorted.length,
    inp_ms: sorted[Math.floor(sorted.length / 50)] ?? 0,
    worst_ms: sorted[0] ?? 0,
  };
}
