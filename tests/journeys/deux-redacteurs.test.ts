import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, type FurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const subject = (page: Page) => page.getByLabel("Objet");
const saved = (page: Page) =>
  page
    .getByText(/^Enregistré à/)
    .first()
    .waitFor();

/** Somebody and a second page of theirs on the same brouillon: to the server, two writers. */
async function twoPages(visitor: FurnishedVisitor) {
  const { factureId } = await visitor.aBrouillon();
  const address = `/factures/${factureId}/modifier`;
  const other = await visitor.context.newPage();
  for (const page of [visitor.page, other]) {
    await page.goto(address);
    await hydrated(page);
  }
  return { mine: visitor.page, theirs: other };
}

test("two people who write at once are shown both versions, and neither is lost", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { mine, theirs } = await twoPages(visitor);
  // Held back, so that both write on the same version.
  let isOpen = false;
  await mine.route("**/factures.update*", async (route) => {
    while (!isOpen) await new Promise((resolve) => setTimeout(resolve, 50));
    await route.continue();
  });
  await subject(mine).fill("Ma version");
  await subject(theirs).fill("Leur version");
  await saved(theirs);
  isOpen = true;
  const question = mine.getByRole("dialog");
  await question.getByText("Ma version", { exact: true }).waitFor();
  await question.getByText("Leur version").waitFor();
  await question.getByRole("button", { name: /^Prendre la version/ }).click();
  await expect.poll(() => subject(mine).inputValue()).toBe("Leur version");
  await mine.getByRole("button", { name: "Reprendre ma version" }).click();
  await expect.poll(() => subject(mine).inputValue()).toBe("Ma version");
  // Once saved, the other page, where nothing waits, follows.
  await expect.poll(() => subject(theirs).inputValue(), { timeout: 15_000 }).toBe("Ma version");
});

test("what is typed without a network is kept on the device and sent when it comes back", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { page, context, api } = visitor;
  const { factureId } = await visitor.aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await context.setOffline(true);
  await subject(page).fill("Tapé hors connexion");
  await page.getByText(/Vos modifications sont gardées sur cet appareil/).waitFor();
  await page.getByText("Connexion perdue.").waitFor();
  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: /^Émettre F-/ }).click();
  await question.getByText(/^Le service ne répond pas/).waitFor();
  await page.keyboard.press("Escape");
  await context.setOffline(false);
  await saved(page);
  await page.getByText("Connexion perdue.").waitFor({ state: "hidden" });
  expect((await api.factures.get.query({ factureId })).content.subject).toBe("Tapé hors connexion");

  await page.route("**/factures.update*", (route) => route.abort());
  await subject(page).fill("Gardé malgré la coupure");
  await page.getByText(/Vos modifications sont gardées sur cet appareil/).waitFor();
  await page.unroute("**/factures.update*");
  await page.reload();
  await expect.poll(() => subject(page).inputValue()).toBe("Gardé malgré la coupure");
  await expect
    .poll(async () => (await api.factures.get.query({ factureId })).content.subject, {
      timeout: 15_000,
    })
    .toBe("Gardé malgré la coupure");
});

test("an answer lost while issuing gives one facture and one number", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { page, api } = visitor;
  const { factureId } = await visitor.aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  let isLost = false;
  await page.route("**/factures.issue*", async (route) => {
    if (isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: /^Émettre F-/ }).click();
  await question.getByText(/^Le service ne répond pas/).waitFor();
  await question.getByRole("button", { name: /^Émettre F-/ }).click();
  const number = `F-${new Date().getFullYear()}-00001`;
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
  const { counts } = await api.factures.summary.query({});
  expect(counts.factures).toBe(1);
});

test("a facture begun by a colleague appears within a second in a list left open", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { page } = visitor;
  await visitor.aBrouillon();
  const followed = page.waitForResponse((response) => response.url().includes("journal.live"));
  await page.goto("/factures?vue=brouillons");
  await followed;
  const rows = page.getByRole("row");
  await expect.poll(() => rows.count()).toBe(2);
  await visitor.aBrouillon();
  await expect.poll(() => rows.count(), { timeout: 5_000 }).toBe(3);
});
