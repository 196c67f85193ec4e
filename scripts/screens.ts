/** npm run screens — every page of a fresh demonstration into docs/screens: a desk, a phone, and a desk in the dark. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser, BrowserContextOptions } from "playwright-core";
import sharp from "sharp";
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { startBenchServer } from "./bench/bench-server.ts";
import type { Who } from "./lab/demo-pages.ts";
import { demoVisit } from "./lab/demo-visit.ts";
import { visitedPages } from "./lab/visited-pages.ts";

/** `--only "facture|client"` shoots the pages whose name matches it; `--to` another folder. */
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    to: { type: "string", default: path.join(import.meta.dirname, "../docs/screens") },
    /** A service already running on the demonstration. */
    at: { type: "string" },
  },
});

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  desk: { viewport: { width: 1280, height: 860 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true },
  dark: { viewport: { width: 1280, height: 860 }, colorScheme: "dark" },
};
const people: readonly Who[] = ["personne", "claire", "nadia", "seuil", "operateur"];

const folder = await mkdtemp(path.join(tmpdir(), "facturepro-screens-"));
const server = values.at === undefined ? await startBenchServer(path.join(folder, "data")) : null;
const browser = await launchBrowser();
try {
  await mkdir(values.to, { recursive: true });
  await shoot(browser, server?.baseUrl ?? values.at ?? "");
} finally {
  await browser.close();
  await server?.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}

async function shoot(with_: Browser, baseURL: string): Promise<void> {
  const pages = await visitedPages(with_, baseURL, values.only);
  for (const [look, options] of Object.entries(looks))
    for (const who of people) {
      const own = pages.filter((one) => one.who === who);
      if (own.length === 0) continue;
      const context = await demoVisit(with_, who, { ...options, baseURL });
      const page = await context.newPage();
      for (const { name, path: address } of own) {
        await page.goto(address, { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(400); // late images, such as the page of a facture
        const shot = sharp(await page.screenshot());
        await shot
          .webp({ quality: 60, effort: 6 })
          .toFile(path.join(values.to, `${name}-${look}.webp`));
      }
      await context.close();
    }
}
