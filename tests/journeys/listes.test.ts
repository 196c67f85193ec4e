import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  aFurnishedVisitor,
  type FurnishedVisitor,
  visitorPassword,
} from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { openLive } from "../support/open-live.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

test("rows are ticked from the keyboard, paid in one go and seen paid elsewhere; a view is kept, a command found", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"), { bypassCSP: true });
  const { page, faults } = visitor;
  const numbers = await twoIssued(visitor);
  const other = await aVisitor(browser, inject("baseUrl"));
  await other.logIn(visitor.username, visitorPassword);
  await openLive(other.page, "/factures?vue=a_encaisser");

  await page.goto("/factures");
  await hydrated(page);
  await page.getByRole("link", { name: numbers[1], exact: true }).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  const bar = page.getByRole("region", { name: "Lignes choisies" });
  await bar.getByText("2 lignes choisies").waitFor();
  await bar
    .getByText(/240,00/)
    .first()
    .waitFor();
  expect(await accessibility(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await bar.getByRole("button", { name: "Télécharger les PDF" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Factures-Menuiserie-Vasseur-.*\.zip$/);
  await page.getByText("2 documents téléchargés.").waitFor();
  await payBoth(page, numbers);
  await other.page.getByText("Aucun résultat avec ces filtres").waitFor();

  await keepView(page);
  await switchTheme(page);
  expect([...faults, ...other.faults]).toEqual([]);
});

async function twoIssued({ api, aBrouillon }: FurnishedVisitor): Promise<[string, string]> {
  const numbers: string[] = [];
  for (let nb = 0; nb < 2; nb++) {
    const { factureId } = await aBrouillon();
    const ref = { factureId, version: 1, idempotencyKey: `liste-${factureId}` };
    numbers.push((await api.factures.issue.mutate(ref)).number);
  }
  return numbers as [string, string];
}

/** What was ticked is let go once it is done: it is ticked again by the heading. */
async function payBoth(page: Page, numbers: readonly string[]): Promise<void> {
  await page.getByLabel("Choisir toutes les lignes affichées").check();
  await page.getByRole("button", { name: "Enregistrer les règlements" }).click();
  const dialog = page.getByRole("dialog", { name: "Enregistrer 2 règlements" });
  for (const number of numbers) await dialog.getByText(number).waitFor();
  await dialog.getByLabel("Reçu le").fill("32/01/2026");
  await dialog.getByRole("button", { name: /^Enregistrer 2 règlements/ }).click();
  await dialog.locator("[aria-invalid=true]").waitFor();
  await dialog
    .getByLabel("Reçu le")
    .fill(new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" }));
  await dialog.getByRole("button", { name: /^Enregistrer 2 règlements/ }).click();
  await page.getByText("2 règlements enregistrés.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();
  await page.getByRole("table").getByText("Payée").nth(1).waitFor();
}

async function keepView(page: Page): Promise<void> {
  await page.getByRole("searchbox").fill("lumière");
  await page.waitForURL(/q=lumi/);
  await page.getByRole("button", { name: "Enregistrer cette vue" }).click();
  await page.getByLabel("Nom de la vue").fill("Brasserie");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByRole("link", { name: "Brasserie", exact: true }).waitFor();
  await page.getByRole("button", { name: "Régler la vue Brasserie" }).click();
  await page.getByRole("button", { name: "Ouvrir la liste sur cette vue" }).click();
  await page.getByText("La liste s’ouvrira sur cette vue.").waitFor();
  await page.getByRole("button", { name: "Colonnes" }).click();
  await page.getByRole("checkbox", { name: "Objet" }).check();
  await page.getByRole("columnheader", { name: "Objet" }).waitFor();
  await page.keyboard.press("Escape");
  await page.goto("/factures");
  expect(page.url()).toMatch(/\/factures\?q=lumi/);
  await page.getByRole("columnheader", { name: "Objet" }).waitFor();
}

async function switchTheme(page: Page): Promise<void> {
  await hydrated(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("marque");
  await palette.getByRole("option", { name: /Réglages · Marque/ }).waitFor();
  expect(await accessibility(page)).toEqual([]);
  await palette.getByRole("combobox").fill("sombre");
  await palette.getByRole("option", { name: "Apparence sombre" }).click();
  await page.locator("html[data-theme=sombre]").waitFor();
}

async function accessibility(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await engine.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`);
  });
}
