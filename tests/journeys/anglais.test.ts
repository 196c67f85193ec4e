import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a person who chooses English finds it on their pages, their amounts and their next visit", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
  await page.goto("/compte");
  await heading("Mon compte");
  await page.locator("#langue").getByRole("button", { name: "English" }).click();
  await heading("My account");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");

  await page.context().clearCookies({ name: "langue" });
  await page.goto("/factures");
  await heading("Invoices");
  await hydrated(page);
  await page.goto("/tarifs");
  await page.getByText("€0", { exact: true }).waitFor();

  await page.goto("/compte");
  await page.locator("#langue").getByRole("button", { name: "Français" }).click();
  await heading("Mon compte");
  expect(faults).toEqual([]);
});
