/** npm run axe — every page of a fresh demonstration in four brands, light and dark, on a desk and a phone; exit 1 on a violation. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { demoLogins } from "#server/demo/demo-logins";
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { objections } from "../tests/support/objections.ts";
import { startBenchServer } from "./bench/bench-server.ts";
import { openBenchSession } from "./bench/bench-session.ts";
import type { Who } from "./lab/demo-pages.ts";
import { demoVisit } from "./lab/demo-visit.ts";
import { visitedPages } from "./lab/visited-pages.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

const brands = {
  "the product's": { accent: "#1d4e89", second: "#14213d" },
  pale: { accent: "#f2e9a8", second: "#fdf6e3" },
  dark: { accent: "#0a0a12", second: "#1b1b1b" },
  garish: { accent: "#ff00e6", second: "#39ff14" },
};
const sizes = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
];
/** The brand shows where the société does; the other pages once. */
const branded: readonly Who[] = ["claire", "personne"];
type Rules = readonly string[] | null;
/** A brand changes nothing but colours. */
const colourRules: Rules = ["color-contrast", "link-in-text-block"];
const people: readonly Who[] = ["personne", "claire", "nadia", "seuil", "operateur"];

const folder = await mkdtemp(path.join(tmpdir(), "facturepro-axe-"));
const server = await startBenchServer(path.join(folder, "data"));
const browser = await launchBrowser();
const baseURL = server.baseUrl;
let found = 0;
let looked = 0;
try {
  const pages = await visitedPages(browser, baseURL, values.only);
  const session = await openBenchSession(baseURL, demoLogins[0]);
  const { marque } = await session.query<{
    marque: { template: string; window: string; police: string };
  }>("societe.get");
  const { template, window, police } = marque;
  for (const [brand, colours] of Object.entries(brands)) {
    await session.mutate("societe.updateMarque", { template, window, police, ...colours });
    for (const who of brand === "the product's" ? people : branded) {
      const context = await demoVisit(browser, who, { baseURL, bypassCSP: true });
      const page = await context.newPage();
      for (const one of pages.filter((visited) => visited.who === who)) {
        const rules = brand === "the product's" ? null : colourRules;
        for (const wrong of await look(page, one.path, rules))
          tell(`${brand}, ${one.name}, ${wrong}`);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ looked, violations: found })}\n`);
if (found > 0) process.exitCode = 1;

function tell(wrong: string): void {
  found += 1;
  process.stderr.write(`${wrong}\n`);
}

async function look(page: Page, address: string, rules: Rules): Promise<string[]> {
  await page.goto(address, { waitUntil: "load" });
  const wrong: string[] = [];
  for (const size of sizes)
    for (const theme of ["clair", "sombre"]) {
      await page.setViewportSize(size);
      await page.evaluate((value) => {
        document.documentElement.dataset["theme"] = value;
      }, theme);
      looked += 1;
      for (const one of await objections(page, rules)) wrong.push(`${theme} ${size.width}: ${one}`);
    }
  return wrong;
}
