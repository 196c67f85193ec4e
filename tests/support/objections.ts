import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Axe = { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };

/** What axe-core objects to, and whether the page is wider than the window. */
export async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    const named = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
    const excess = document.documentElement.scrollWidth - window.innerWidth;
    return excess > 0 ? [...named, `wider than the window by ${excess} px`] : named;
  });
}
