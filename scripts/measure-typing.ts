/** npm run measure:typing — INP of typing in a facture of 200 lignes, CPU slowed 4 times; exit 1 above the bound. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { aContentFor, aFurnishedVisitor } from "../tests/support/a-furnished-visitor.ts";
import { hydrated } from "../tests/support/a-visitor.ts";
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { startBenchServer } from "./bench/bench-server.ts";

const lignesCount = 200;
const slowDown = 4;
/** Milliseconds, of the worst interaction but one in fifty: what « INP » means. */
const bound = 150;
/** A person types a key every 150 ms or so. */
const betweenKeysMs = 150;

const texts = [
  ["lignes.100.designation", "Dépose et évacuation des menuiseries existantes"],
  ["lignes.100.quantity", "12,5"],
  ["lignes.100.unitPriceHt", "1 234,56"],
  ["lignes.101.designation", "Pose de plinthes en chêne massif"],
] as const;

const folder = await mkdtemp(path.join(tmpdir(), "facturepro-typing-"));
const server = await startBenchServer(path.join(folder, "data"));
const browser = await launchBrowser();
try {
  const { page, api, clientId } = await aFurnishedVisitor(browser, server.baseUrl);
  const content = aContentFor(clientId);
  const lignes = Array.from({ length: lignesCount }, (_, index) =>
    content.lignes.map((ligne) => ({ ...ligne, designation: `Ligne ${index + 1}` })),
  ).flat();
  const { factureId } = await api.factures.draft.mutate({ content: { ...content, lignes } });
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  const durations = await typing(page);
  const worst = durations.sort((a, b) => b - a)[Math.floor(durations.length / 50)] ?? 0;
  const median = durations[Math.floor(durations.length / 2)] ?? 0;
  const figures = { interactions: durations.length, inp: worst, median, bound, slowDown };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (worst > bound) process.exitCode = 1;
} finally {
  await browser.close();
  await server.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}

/** Duration of each interaction, as the browser itself counts it (Event Timing), in milliseconds. */
async function typing(page: Page): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await page.locator('[data-field="lignes.100.designation"]').click();
  await page.evaluate(observe);
  for (const [field, text] of texts) {
    await page.locator(`[data-field="${field}"]`).first().focus();
    if (!(await isInput(page, field))) await page.keyboard.press("Enter");
    await page.locator(`input[data-field="${field}"]`).fill("");
    await page.keyboard.type(text, { delay: betweenKeysMs });
  }
  await page.waitForTimeout(1_000);
  return page.evaluate(() => [...Object.values((window as unknown as Observed).interactions)]);
}

const isInput = (page: Page, field: string) =>
  page
    .locator(`input[data-field="${field}"]`)
    .count()
    .then((count) => count > 0);

type Observed = { interactions: Record<number, number> };
type Timed = PerformanceEntry & { readonly interactionId: number };

/** Runs in the page. */
function observe(): void {
  const interactions: Record<number, number> = {};
  Object.assign(window, { interactions });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Timed[])
      if (interactionId > 0)
        interactions[interactionId] = Math.max(interactions[interactionId] ?? 0, duration);
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
