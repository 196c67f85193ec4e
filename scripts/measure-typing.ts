/** npm run measure:typing — INP of typing in a facture of 200 lignes, CPU slowed 4 times; exit 1 above the bound. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { demoLogins } from "#server/demo/demo-logins";
import { emptyContent } from "#server/domain/empty-content";
import type { LigneDraft } from "#server/domain/facture";
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { startBenchServer } from "./bench/bench-server.ts";
import { openBenchSession } from "./bench/bench-session.ts";

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
  const [{ username, password }] = demoLogins;
  const { mutate } = await openBenchSession(server.baseUrl, { username, password });
  const lignes = Array.from({ length: lignesCount }, (_, index) => aLigne(index + 1));
  const { factureId } = await mutate<{ factureId: string }>("factures.draft", {
    content: emptyContent({ lignes }),
  });
  const page = await browser.newPage({ baseURL: server.baseUrl, locale: "fr-FR" });
  await page.goto(`/connexion?suite=/factures/${factureId}/modifier`);
  await page.locator('input[name="identifiant"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL(/\/modifier$/);
  await page.locator('[data-field="lignes.100.designation"]').waitFor();
  await page.waitForTimeout(3_000); // read, hydrated, at rest
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

function aLigne(rank: number): LigneDraft {
  return {
    kind: "ligne",
    designation: `Ligne ${rank}`,
    description: "",
    quantity: 10_000,
    unit: "C62",
    unitPriceHt: 100_000_000,
    rate: 2000,
    nature: "service",
    ajustements: [],
    produitId: null,
  };
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

async function isInput(page: Page, field: string): Promise<boolean> {
  return (await page.locator(`input[data-field="${field}"]`).count()) > 0;
}

type Observed = { interactions: Record<number, number> };
type Timed = PerformanceEntry & { readonly interactionId: number };

/** Runs in the page. */
function observe(): void {
  const interactions: Record<number, number> = {};
  (window as unknown as Observed).interactions = interactions;
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as Timed[])
      if (interactionId > 0)
        interactions[interactionId] = Math.max(interactions[interactionId] ?? 0, duration);
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
