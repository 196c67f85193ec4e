import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The field that has the focus, as the page names it. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["field"] ?? "");

const tabUntil = async (page: Page, reached: () => Promise<boolean>) => {
  for (let presses = 0; presses < 60; presses++) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not lead there");
};

const tabToField = (page: Page, field: string) =>
  tabUntil(page, async () => (await focused(page)) === field);

const tabToButton = (page: Page, name: string) =>
  tabUntil(page, async () =>
    page.evaluate((text) => document.activeElement?.textContent?.trim() === text, name),
  );

const expectFocus = (page: Page, field: string) =>
  expect.poll(() => focused(page), { timeout: 15_000 }).toBe(field);

test("a whole facture is written and issued without touching the mouse", async () => {
  const { page, api, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await api.produits.create.mutate({
    designation: "Pose de plinthes",
    unit: "MTR",
    unitPriceHt: 12_500_000,
    rate: 1000,
    nature: "service",
  });
  await page.goto("/factures/nouvelle");
  await page.waitForURL(/\/modifier$/);
  await hydrated(page);
  const { keyboard } = page;

  await tabToField(page, "client");
  await keyboard.type("brass");
  await page.getByRole("option", { name: /Brasserie Lumière/, selected: true }).waitFor();
  await keyboard.press("Enter");
  await expectFocus(page, "subject");
  await keyboard.type("Travaux du rez-de-chaussée");

  await tabToField(page, "lignes.0.designation");
  await keyboard.type("plin");
  await page.getByRole("option", { name: /Pose de plinthes/, selected: true }).waitFor();
  await keyboard.press("Enter");
  await expectFocus(page, "lignes.0.quantity");
  await keyboard.type("42,5");
  await tabToField(page, "lignes.0.rate");
  await keyboard.press("Tab"); // past the last cell: a new ligne
  await expectFocus(page, "lignes.1.designation");
  await keyboard.type("Dépose de l’ancien parquet");
  await keyboard.press("Tab");
  await keyboard.type("3");
  await tabToField(page, "lignes.1.unitPriceHt");
  await keyboard.type("1 052,5");
  await keyboard.press("Alt+ArrowUp");
  await expectFocus(page, "lignes.0.unitPriceHt");
  await keyboard.press("Alt+ArrowDown");
  await expectFocus(page, "lignes.1.unitPriceHt");
  await keyboard.press("Enter"); // down, in the same column: a third ligne
  await expectFocus(page, "lignes.2.unitPriceHt");
  await keyboard.press("Escape"); // out of the row, onto it
  await expectFocus(page, "lignes.2.designation");
  await keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Raccourcis clavier" });
  await help.getByText("Annuler la dernière modification").waitFor();
  await keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await keyboard.press("Alt+ArrowUp");
  await expectFocus(page, "lignes.1.designation");
  await keyboard.press("Control+z");
  await expectFocus(page, "lignes.2.designation");
  await keyboard.press("Control+s");
  await page
    .getByText(/^Enregistré à/)
    .first()
    .waitFor();

  // 42,5 × 12,50 = 531,25; 3 × 1 052,50 = 3 157,50; both at 10 %; the blank third ligne counts for nothing.
  const beside = page.getByRole("complementary", { name: "Autour de la facture" });
  await beside.getByText("4 057,63 €").waitFor();
  await tabToButton(page, "Émettre");
  await keyboard.press("Enter");
  const number = `F-${new Date().getFullYear()}-00001`;
  await page.getByRole("dialog", { name: `Émettre la facture ${number} ?` }).waitFor();
  await tabToButton(page, `Émettre ${number}`);
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
  expect(faults).toEqual([]);
});

test("a ligne deleted with the keyboard can be put back, then charged and left for the next one", async () => {
  const { page, aBrouillon } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { factureId } = await aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await tabToField(page, "lignes.0.designation");
  await page.keyboard.press("Enter");
  // The button that was pressed bears the same name: only the cell can be edited.
  await page.locator("input[data-field='lignes.0.designation']:focus").waitFor();
  await page.keyboard.press("Alt+Delete");
  await page.getByText("Ligne supprimée : Tablette en chêne").waitFor();
  await tabToButton(page, "Remettre");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.getByRole("combobox", { name: "Désignation" }).inputValue())
    .toBe("Tablette en chêne");

  await page.keyboard.press("Alt+Enter");
  await expectFocus(page, "lignes.0.description");
  await tabToButton(page, "Frais sur la ligne");
  await page.keyboard.press("Enter");
  await page.locator("input[data-field^='lignes.0.ajustements']:focus").waitFor();
  await page.keyboard.type("15");
  const beside = page.getByRole("complementary", { name: "Autour de la facture" });
  await beside.getByText("138,00 €").first().waitFor(); // (100 + 15) × 1,2
  await tabToField(page, "lignes.1.designation"); // past everything the ligne holds
});

test("a whole facture is written on a phone, with a table pasted, its rows put in order, and issued", async () => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"), phone);
  await page.goto("/factures/nouvelle");
  await page.waitForURL(/\/modifier$/);
  await hydrated(page);
  const step = (name: string) =>
    page.getByRole("region", { name: "Étape suivante" }).getByRole("button", { name }).tap();
  await page.getByRole("combobox").fill("Brass");
  await page.getByRole("option", { name: /Brasserie Lumière/ }).tap();
  await step("Lignes");
  await page.getByRole("combobox", { name: "Désignation" }).evaluate((input) => {
    const clipboardData = new DataTransfer();
    const rows = ["Libellé\tQté\tPU HT", "Pose\t2\t50,00", "Dépose\tdeux\t1 234,56"];
    clipboardData.setData("text/plain", rows.join("\n"));
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  });
  const asked = page.getByRole("dialog", { name: "Coller 2 lignes" });
  await asked.getByText(/1 cellule n’a pas pu être lue/).waitFor();
  await asked.getByRole("button", { name: "Insérer les 2 lignes" }).tap();
  await page.getByRole("button", { name: "Annuler le collage" }).tap();
  await page.getByRole("button", { name: "Rétablir la modification annulée" }).tap();
  await page.getByRole("button", { name: /Ligne 2, Dépose : modifier/ }).tap();
  await page.getByLabel("Quantité").fill("1");
  await page.getByRole("button", { name: "Monter la ligne 2" }).tap();
  await page.getByRole("button", { name: /Ligne 2, Pose : modifier/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await step("Conditions");
  await step("Vérifier");
  await page.getByText("Contrôle Factur-X : tout y est").waitFor();
  await step("Émettre");
  const number = `F-${new Date().getFullYear()}-00001`;
  await page.getByRole("button", { name: `Émettre ${number}` }).tap();
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
  expect(faults).toEqual([]);
});
