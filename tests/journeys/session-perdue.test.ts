import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aDemoVisitor } from "../support/a-demo-visitor.ts";
import { aContentFor, aFurnishedVisitor, visitorPassword } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a tab whose session ended elsewhere says so, keeps what was typed and saves it once one is back", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { page, api, clientId, faults, username } = visitor;
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await api.auth.logout.mutate();
  await page.getByLabel("Objet").fill("Escalier de chêne");
  const alert = page.getByRole("alert").filter({ hasText: "Votre session est terminée" });
  await alert.waitFor();
  const [login] = await Promise.all([
    visitor.context.waitForEvent("page"),
    alert.getByRole("link", { name: "Se reconnecter" }).click(),
  ]);
  await login.getByLabel("Identifiant ou e-mail").fill(username);
  await login.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await login.getByRole("button", { name: "Se connecter", exact: true }).click();
  await login.waitForURL(/\/tableau-de-bord$/);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await alert.waitFor({ state: "detached" });
  await page
    .getByText(/Enregistré à/)
    .first()
    .waitFor();
  const { content } = await api.factures.get.query({ factureId });
  expect(content.subject).toBe("Escalier de chêne");
  expect(faults).toEqual([]);
});

test("a tab left on another société names both, and can be brought back with what was typed", async () => {
  const { page, context, choose, faults } = await aDemoVisitor(browser, inject("baseUrl"), "nadia");
  await choose("Atelier Lenoir");
  await page.goto("/clients");
  await hydrated(page);
  const other = await context.newPage();
  await other.goto("/choisir-societe");
  await other.getByRole("button", { name: /Boulangerie Martin/ }).click();
  await other.getByRole("heading", { name: "Tableau de bord", level: 1 }).waitFor();
  await page.getByRole("link", { name: /Rechercher…/ }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("dupont");
  const alert = page.getByRole("alert").filter({
    hasText:
      "Cet onglet est resté sur Atelier Lenoir ; vous travaillez maintenant dans Boulangerie Martin",
  });
  await alert.waitFor();
  await page.keyboard.press("Escape");
  await alert.getByRole("button", { name: "Revenir à Atelier Lenoir" }).click();
  await alert.waitFor({ state: "detached" });
  await page.reload();
  await page.getByText("Atelier Lenoir").filter({ visible: true }).first().waitFor();
  expect(faults).toEqual([]);
});
