import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aContentFor, aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { pdfText } from "../support/pdf-text.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a discount, charges and a place of delivery are written beside the sheet and printed on the document", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { page, api, clientId, faults, context } = visitor;
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await page.getByRole("button", { name: "Remise sur le total" }).click();
  await page.keyboard.type("10"); // the focus is in the new row
  await page.keyboard.press("Tab");
  await page.keyboard.type("Fidélité");
  const charges = page.getByRole("button", { name: "Frais", exact: true });
  await charges.click();
  await page.keyboard.type("15");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Port");
  // 100,00 − 10 % + 15,00 = 105,00 HT, 126,00 TTC
  await page.getByText("126,00 €").first().waitFor();
  await page.getByText("Adresse de livraison", { exact: true }).click();
  await page.getByLabel("Nom du lieu ou du destinataire").fill("Chantier des Lilas");
  await page.getByText("Chantier des Lilas").first().waitFor();
  await page.getByLabel("Numéro et voie").fill("3 rue des Lilas");
  await page.getByLabel("Code postal").fill("69003");
  await page.getByLabel("Ville", { exact: true }).fill("Lyon");
  await page.getByText("Contrôle Factur-X : tout y est").waitFor();
  await page
    .getByText(/Enregistré à/)
    .first()
    .waitFor();

  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  const number = `F-${new Date().getFullYear()}-00001`;
  await page.getByRole("button", { name: `Émettre ${number}` }).click();
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
  await page.getByText("Chantier des Lilas, 3 rue des Lilas, 69003 Lyon").waitFor();
  const pdf = await context.request.get(`/factures/${factureId}.pdf`);
  const text = (await pdfText(await pdf.body())).join("\n");
  for (const printed of ["Fidélité", "Port", "Chantier des Lilas", "3 rue des Lilas", "126,00"])
    expect(text).toContain(printed);
  const xml = await (await context.request.get(`/factures/${factureId}.xml`)).text();
  expect(xml).toContain("<ram:Reason>Port</ram:Reason>");
  expect(xml).toContain("ShipToTradeParty");
  expect(faults).toEqual([]);
});

test("a price below zero, a price too high and signs the fonts lack are told while one writes", async () => {
  const { page, api, clientId, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await page
    .getByRole("button", { name: /Ligne 1, Tablette en chêne/ })
    .first()
    .click();
  const price = page.getByLabel("Prix unitaire HT");
  await price.fill("-5");
  await page.getByRole("button", { name: /Un prix ne peut pas être négatif/ }).waitFor();
  await price.fill("12345678901");
  const tooLarge = page.getByRole("button", { name: /Ce prix dépasse 999 999 999/ });
  await tooLarge.waitFor();
  await page.getByLabel("Objet").focus();
  await tooLarge.click();
  expect(await price.evaluate((input) => input === document.activeElement)).toBe(true);
  await price.fill("100");
  await page.getByLabel("Désignation").first().fill("Tablette 日本");
  await page.getByRole("button", { name: /« 日 本 » ne peut pas être imprimé/ }).waitFor();
  await page.getByText("Contrôle Factur-X : tout y est").waitFor();
  expect(faults).toEqual([]);
});

test("on a phone, the charges and the place of delivery are in the step of the conditions", async () => {
  const { page, api, clientId } = await aFurnishedVisitor(browser, inject("baseUrl"), {
    viewport: { width: 390, height: 844 },
  });
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await page
    .getByRole("navigation")
    .getByRole("button", { name: /Conditions/ })
    .click();
  await page.getByRole("button", { name: "Frais", exact: true }).click();
  await page.keyboard.type("15");
  await page.getByText("138,00 €").filter({ visible: true }).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("words without end and a long subject widen neither the editor nor the issued document", async () => {
  const { page, api, clientId } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const content = aContentFor(clientId);
  const lignes = content.lignes.map((one) => ({ ...one, designation: "a".repeat(200) }));
  const { factureId } = await api.factures.draft.mutate({
    content: { ...content, subject: "b".repeat(200), lignes },
  });
  const width = async (path: string) => {
    await page.goto(path);
    return page.evaluate(() => document.documentElement.scrollWidth);
  };
  expect(await width(`/factures/${factureId}/modifier`)).toBe(1280);
  await api.factures.issue.mutate({ factureId, version: 1, idempotencyKey: `essai-${factureId}` });
  expect(await width(`/factures/${factureId}`)).toBe(1280);
});
