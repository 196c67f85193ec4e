import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, visitorPassword } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a person takes their data away after their password, and is told which société needs them", async () => {
  const { page, username, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/compte");
  await hydrated(page);
  await page.getByRole("link", { name: "Voir mes données" }).click();
  const copy = page.getByRole("region", { name: "Emporter mes données" });
  const typed = copy.getByLabel("Votre mot de passe actuel");
  const taken = copy.getByRole("button", { name: "Télécharger mes données" });
  await typed.fill("pas-le-bon-mot-de-passe");
  await taken.click();
  await copy.getByText("Ce mot de passe n’est pas le vôtre").first().waitFor();
  await typed.fill(visitorPassword);
  const [file] = await Promise.all([page.waitForEvent("download"), taken.click()]);
  await copy.getByRole("status").waitFor();
  const data = JSON.parse(await readFile(await file.path(), "utf8"));
  expect(data.compte.identifiant).toBe(username);
  await page
    .getByText("Vous êtes la seule personne à administrer « Menuiserie Vasseur »")
    .waitFor();
  expect(faults).toEqual([]);
});

test("without JavaScript the file comes as well", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"), { javaScriptEnabled: false });
  const { page } = visitor;
  await page.goto("/compte/donnees");
  const copy = page.getByRole("region", { name: "Emporter mes données" });
  await copy.getByLabel("Votre mot de passe actuel").fill(visitorPassword);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    copy.getByRole("button", { name: "Télécharger mes données" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Mes données FacturePro .*\.json$/);
});

test("a demonstration is made from the first steps, marks every page and document, and goes at once", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/tableau-de-bord");
  await hydrated(page);
  await page.getByRole("button", { name: "Créer une société de démonstration" }).click();
  const mark = page.getByText("Données inventées");
  await mark.waitFor();
  await page.getByText("Premiers clients").waitFor();
  await page.goto("/factures?statut=emise");
  await mark.waitFor();
  await page.locator(".table--factures a.rang-lien").last().click();
  await page.locator(".doc__tampon").getByText("Démonstration").waitFor();
  await page.goto("/reglages/societe");
  await hydrated(page);
  expect(await page.getByRole("link", { name: "Abonnement", exact: true }).count()).toBe(0);
  await page.getByRole("checkbox", { name: /Oui, supprimer cette démonstration/ }).check();
  await page.getByRole("button", { name: "Supprimer la démonstration" }).click();
  await page.waitForURL(/tableau-de-bord/);
  await page.getByRole("button", { name: "Créer une société de démonstration" }).waitFor();
  expect(await mark.count()).toBe(0);
  expect(faults).toEqual([]);
});
