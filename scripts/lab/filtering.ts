import type { Page } from "playwright-core";
import { type Interactions, timed } from "./interactions.ts";

/** A long list of factures filtered as a person does: words letter by letter, views, ticks. */
export async function filtering(page: Page): Promise<Interactions> {
  await page.goto("/factures");
  await page.waitForTimeout(2_000); // hydrated, at rest
  return timed(page, async () => {
    await searches(page);
    for (const view of ["En retard", "À encaisser", "Brouillons", "Toutes"]) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.waitForTimeout(800);
    }
    const boxes = page.locator("tbody input[type=checkbox]");
    for (const row of [0, 3, 9]) {
      await boxes.nth(row).click();
      await page.waitForTimeout(300);
    }
  });
}

async function searches(page: Page): Promise<void> {
  const search = page.getByRole("searchbox");
  for (const words of ["client 3f", "F-2026", "1 200,00"]) {
    await search.click();
    await search.pressSequentially(words, { delay: 120 });
    await page.waitForTimeout(600);
    await search.fill("");
    await page.waitForTimeout(400);
  }
}
