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

/** A busy machine may put more than the time of a sequence between two keys, or a key before the page listens. */
async function untilSeen(act: () => Promise<void>, attempts = 3): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (attempts <= 1) throw error;
    await untilSeen(act, attempts - 1);
  }
}

test("keys lead to the lists, to a new facture and to their own help, never while one types", async () => {
  const { page, api, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
  await page.goto("/factures");
  await hydrated(page);
  for (const [key, name] of [
    ["c", "Clients"],
    ["p", "Produits"],
    ["f", "Factures"],
    ["c", "Clients"],
  ] as const) {
    await untilSeen(async () => {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await page.getByRole("heading", { name, level: 1 }).waitFor({ timeout: 5_000 });
    });
  }
  await page.keyboard.press("/");
  await page.keyboard.type("gf?c");
  await page.waitForURL(/\/clients\?q=gf/);
  await heading("Clients");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("heading", { level: 1 }).click(); // out of the field
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Raccourcis clavier" });
  await help.getByText("Aller aux produits").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await heading("Clients");
  await page.keyboard.press("c");
  await page.waitForURL(/\/factures\/[0-9a-f]{32}\/modifier/);
  expect((await api.factures.list.query({})).rows).toHaveLength(1);
  expect(faults).toEqual([]);
});

test("saving a part of the settings says so, the brand and the logo included, and a low rate of penalties is told", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/reglages/marque");
  await hydrated(page);
  const marque = page.getByRole("region", { name: "Couleurs et modèle" });
  await marque.getByRole("button", { name: /Sapin/ }).click();
  await page.locator('img[src*="1f5d45"]').waitFor();
  await marque.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await marque
    .getByText("Enregistré", { exact: false })
    .filter({ visible: true })
    .first()
    .waitFor();
  expect(await marque.getByLabel("Principale", { exact: true }).count()).toBe(1);
  await page.waitForFunction(
    () =>
      getComputedStyle(document.documentElement).getPropertyValue("--marque").trim() === "#1f5d45",
  );
  await page.goto("/reglages/societe");
  await hydrated(page);
  const paiement = page.locator("#paiement");
  await paiement.getByLabel("Pénalités de retard, taux annuel").fill("3");
  await paiement.getByText(/Sous le minimum légal connu/).waitFor();
  await paiement.getByLabel("Pénalités de retard, taux annuel").fill("12");
  await paiement.getByText(/Sous le minimum légal/).waitFor({ state: "detached" });
  await paiement.getByRole("button", { name: "Enregistrer" }).click();
  await paiement.getByText("Enregistré", { exact: false }).first().waitFor();
  expect(faults).toEqual([]);
});

test("the visit of the list is offered beside the page, put off with Escape, and never again once refused", async () => {
  const { page, context, faults } = await aFurnishedVisitor(browser, inject("baseUrl"), {
    withVisites: true,
  });
  await page.goto("/factures");
  const offer = page.getByRole("region", { name: "Première fois ici" });
  await offer.waitFor();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press("Escape");
  await offer.waitFor({ state: "detached" });
  await page.reload();
  await hydrated(page);
  expect(await offer.count()).toBe(0);

  const later = await context.newPage();
  await later.goto("/factures");
  const again = later.getByRole("region", { name: "Première fois ici" });
  await again.getByRole("button", { name: "Commencer" }).click();
  const visite = later.getByRole("dialog", { name: "Visite de la liste" });
  await visite.getByText("1 sur 4").waitFor();
  await later.keyboard.press("Escape");
  await visite.waitFor({ state: "detached" });
  await later.keyboard.press("c");
  await later.waitForURL(/modifier/);
  await again.getByText("éditeur").waitFor();
  await again.getByRole("button", { name: "Ne plus proposer" }).click();
  await again.waitFor({ state: "detached" });

  const last = await context.newPage();
  await last.goto(later.url());
  await hydrated(last);
  await last.waitForLoadState("networkidle");
  expect(await last.getByRole("region", { name: "Première fois ici" }).count()).toBe(0);
  expect(faults).toEqual([]);
});
