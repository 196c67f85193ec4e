import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };
type Axe = { run(options: object): Promise<{ violations: Violation[] }> };

/** What axe-core objects to, by all its rules or by some, and whether the page is wider than the window. */
export async function objections(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const engine = (globalThis as unknown as { axe: Axe }).axe;
    const { violations } = await engine.run({
      resultTypes: ["violations"],
      ...(only && { runOnly: { type: "rule", values: only } }),
    });
    const named = violations.map(({ id, nodes }) => {
      const why = nodes[0]?.failureSummary?.replace(/\s+/g, " ").slice(0, 200);
      return `${id} ×${nodes.length}: ${nodes[0]?.target.join(" ")} (${why})`;
    });
    const excess = document.documentElement.scrollWidth - window.innerWidth;
    return excess > 0 ? [...named, `wider than the window by ${excess} px`] : named;
  }, rules);
}
