import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { objections } from "../support/objections.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const screens: readonly (readonly [string, BrowserContextOptions])[] = [
  ["a light desktop", { colorScheme: "light" }],
  ["a dark desktop", { colorScheme: "dark" }],
  ["a dark phone", { ...phone, colorScheme: "dark" }],
  ["a narrow phone", { ...phone, viewport: { width: 360, height: 740 } }],
];

test.each(screens)("the pages of a facture can be used by all on %s", async (_, options) => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"), {
    ...options,
    bypassCSP: true,
  });
  const { page, api } = visitor;
  const { factureId, version } = await visitor.aBrouillon();
  const idempotencyKey = crypto.randomUUID();
  const brouillon = await visitor.aBrouillon();
  await api.factures.issue.mutate({ factureId, version, idempotencyKey });
  for (const path of [
    "/tableau-de-bord",
    "/factures",
    "/factures?q=introuvable",
    `/factures/${brouillon.factureId}/modifier`,
    `/factures/${factureId}`,
    `/factures/${factureId}?acte=reglement`,
    `/factures/${factureId}?acte=avoir`,
    `/factures/${factureId}/avoir?tout=1`,
  ]) {
    await page.goto(path);
    await hydrated(page);
    expect(await objections(page), path).toEqual([]);
  }
});
