import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, aUsername, visitorPassword } from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withoutScript = { javaScriptEnabled: false };

test("without JavaScript one registers, and a wrong password keeps what was typed", async () => {
  const { page, faults } = await aVisitor(browser, inject("baseUrl"), withoutScript);
  const username = aUsername();
  await page.goto("/inscription");
  await page.getByLabel("Nom de la société").fill("Ferronnerie Adam");
  await page.getByLabel("Votre adresse e-mail").fill(`${username}@adam.example`);
  await page.getByLabel("Identifiant").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill("court");
  await page.getByRole("button", { name: "Créer la société" }).click();
  await page.getByText("Un mot de passe compte au moins 12 caractères.").waitFor();
  expect(await page.getByLabel("Nom de la société").inputValue()).toBe("Ferronnerie Adam");
  await page.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await page.getByRole("button", { name: "Créer la société" }).click();
  await page.getByText("Compte créé. Connectez-vous.").waitFor();

  await logIn(page, username, "un autre mot de passe");
  await page.getByText(/^Identifiant ou mot de passe incorrect/).waitFor();
  expect(await page.getByLabel("Identifiant ou e-mail").inputValue()).toBe(username);
  expect(await page.getByLabel("Mot de passe", { exact: true }).inputValue()).toBe("");
  await logIn(page, username, visitorPassword);
  await page.getByRole("heading", { name: "Tableau de bord", level: 1 }).waitFor();
  expect(faults).toEqual([]);
});

async function logIn(page: Page, identifiant: string, password: string): Promise<void> {
  await page.getByLabel("Identifiant ou e-mail").fill(identifiant);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

test("without JavaScript a wrong SIREN is told at its field and nothing typed is lost", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"), withoutScript);
  await page.goto("/clients");
  await page.getByRole("link", { name: "Nouveau client" }).first().click();
  await page.getByLabel("Nom ou dénomination").fill("Théâtre de l’Œuvre");
  const siren = page.getByRole("textbox", { name: "SIREN", exact: true });
  await siren.fill("404 833 049");
  await page.getByLabel("Numéro et voie").fill("55 rue de Clichy");
  await page.getByLabel("Code postal").fill("75009");
  await page.getByLabel("Ville", { exact: true }).fill("Paris");
  await page.getByLabel("Note interne").fill("Demander Jeanne");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await page.getByText(/^Ce SIREN n’est pas valide/).waitFor();
  expect(await siren.getAttribute("aria-invalid")).toBe("true");
  expect(await siren.inputValue()).toBe("404 833 049");
  expect(await page.getByLabel("Nom ou dénomination").inputValue()).toBe("Théâtre de l’Œuvre");
  expect(await page.getByLabel("Note interne").inputValue()).toBe("Demander Jeanne");
  await siren.fill("404 833 048");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await page.getByRole("heading", { name: "Théâtre de l’Œuvre", level: 1 }).waitFor();
  await page.getByText("Client créé.").waitFor();
  expect(faults).toEqual([]);
});

test("without JavaScript a prepared brouillon is issued, cashed, and one logs out", async () => {
  const { page, faults, aBrouillon } = await aFurnishedVisitor(
    browser,
    inject("baseUrl"),
    withoutScript,
  );
  const { factureId } = await aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await page.getByRole("button", { name: "Émettre" }).first().click();
  const number = `F-${new Date().getFullYear()}-00001`;
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();

  await page.getByRole("link", { name: "Enregistrer un règlement" }).first().click();
  await page.getByLabel("Montant reçu").fill("mille");
  await page.getByRole("button", { name: "Enregistrer le règlement" }).click();
  await page.getByText(/^Ce montant n’est pas lisible/).waitFor();
  expect(await page.getByLabel("Montant reçu").inputValue()).toBe("mille");
  await page.getByLabel("Montant reçu").fill("50,5");
  await page.getByRole("button", { name: "Enregistrer le règlement" }).click();
  await page.getByText("69,50 €").first().waitFor();
  await page.getByText("Partielle", { exact: true }).first().waitFor();

  await page.getByRole("button", { name: /Administration/ }).click();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.waitForURL(/\/connexion/);
  await page.goto("/factures");
  await page.waitForURL(/\/connexion\?suite=/);
  expect(faults).toEqual([]);
});

test("clicks while the scripts of a page take it over break nothing", async () => {
  const { page, context, faults } = await aVisitor(browser, inject("baseUrl"));
  await context.addInitScript(clickWithoutRest);
  for (let visit = 0; visit < 4; visit++) {
    await page.goto("/connexion");
    await hydrated(page);
  }
  expect(faults).toEqual([]);
});

/** Runs in the page: one click after the other in its first field, between all that the page does. */
function clickWithoutRest(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const click = new MouseEvent("click", { bubbles: true });
    document.querySelector("input")?.dispatchEvent(click);
    if (performance.now() < 3_000) port2.postMessage(null);
  };
  port2.postMessage(null);
}
