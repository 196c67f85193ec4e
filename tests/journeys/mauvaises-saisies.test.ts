import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, aUsername, visitorPassword } from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Past the page's own limits, as another program would: the server must say it too. */
async function force(field: Locator, text: string): Promise<void> {
  await field.evaluate((element) => element.removeAttribute("maxlength"));
  await field.fill(text);
}

/** The sentence stands at the field, tied to it, and what was typed is still there. */
async function refusedAt(field: Locator, sentence: RegExp, typed: string): Promise<void> {
  await field.and(field.page().locator("[aria-invalid=true]")).waitFor();
  const described = await field.getAttribute("aria-describedby");
  const [first = ""] = (described ?? "").split(" ");
  const said = await field.page().locator(`[id="${first}"]`).textContent();
  expect(said).toMatch(sentence);
  expect(await field.inputValue()).toBe(typed);
}

test("a registration refused says why at each field, and never whose address is known", async () => {
  const { page, faults, api } = await aVisitor(browser, inject("baseUrl"));
  const username = aUsername();
  const known = `${username}@vasseur.example`;
  await api.auth.register.mutate({
    nom_societe: "Première",
    email: known,
    username,
    password: visitorPassword,
  });
  await page.goto("/inscription");
  await hydrated(page);
  const fill = (label: string, text: string) =>
    force(page.getByLabel(label, { exact: true }), text);
  await fill("Nom de la société", "🎉🎉");
  await fill("Votre adresse e-mail", "pas une adresse");
  await fill("Identifiant", username);
  await fill("Mot de passe", "azertyuiopqsdf");
  const send = page.getByRole("button", { name: /^Créer / });
  await send.click();
  await refusedAt(page.getByLabel("Nom de la société"), /ni lettre ni chiffre/, "🎉🎉");
  await refusedAt(page.getByLabel("Votre adresse e-mail"), /n’est pas valide/, "pas une adresse");
  await fill("Nom de la société", "x".repeat(3_000));
  await send.click();
  await page.getByText(/^Ce texte est trop long/).waitFor();
  await fill("Nom de la société", "שלום Société مرحبا 🎉");
  await fill("Votre adresse e-mail", known);
  await fill("Identifiant", aUsername());
  await fill("Mot de passe", visitorPassword);
  await send.click();
  await page.getByText("Compte créé. Connectez-vous.").waitFor();
  expect(faults).toEqual([]);
});

test("a client and a produit refused keep everything typed", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/clients/nouveau");
  await hydrated(page);
  const nom = page.getByLabel("Nom ou dénomination");
  const zip = page.getByLabel("Code postal");
  const email = page.getByLabel("Adresse e-mail");
  await force(nom, "É".repeat(500));
  await zip.fill("ABCDE");
  await email.fill("jeanne@");
  await page.getByLabel("Ville", { exact: true }).fill("Besançon 🎉");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await refusedAt(nom, /trop long/, "É".repeat(500));
  expect(await email.inputValue()).toBe("jeanne@");
  await nom.fill("Caché\u0007 \u202eelbisivni");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await refusedAt(nom, /caractère invisible/, "Caché\u0007 \u202eelbisivni");
  await nom.fill("مطعم النور 🎉");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await refusedAt(zip, /code postal n’est pas valide/, "ABCDE");
  await refusedAt(email, /adresse e-mail n’est pas valide/, "jeanne@");

  await page.goto("/produits/nouveau");
  await hydrated(page);
  await page.getByLabel("Désignation").fill("Pose");
  const price = page.getByLabel("Prix unitaire HT");
  for (const typed of ["mille", "99999999999999999999", "1,2345678"]) {
    await price.fill(typed);
    await page.getByRole("button", { name: "Créer le produit" }).click();
    await refusedAt(price, /prix n’est pas valide|montant n’est pas lisible|trop grand/, typed);
  }
  expect(faults).toEqual([]);
});

test("settings refuse wrong identifiers, and a logo that is no image", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/reglages/societe");
  await hydrated(page);
  const part = (name: string) => page.getByRole("region", { name });
  const save = (name: string) => part(name).getByRole("button", { name: "Enregistrer" }).click();
  const siren = part("Identité").getByLabel("SIREN", { exact: true });
  await siren.fill("732 829 321");
  await save("Identité");
  await refusedAt(siren, /SIREN n’est pas valide/, "732 829 321");
  const iban = part("Paiement").getByRole("textbox", { name: "IBAN" });
  const days = part("Paiement").getByLabel("Délai de paiement, en jours");
  await iban.fill("FR76 3000 6000 0112 3456 7890 188");
  await days.fill("-3");
  await save("Paiement");
  await refusedAt(days, /nombre|délai/, "-3");
  await days.fill("30");
  await save("Paiement");
  await refusedAt(iban, /IBAN n’est pas valide/, "FR76 3000 6000 0112 3456 7890 188");
  await page.goto("/reglages/marque");
  await hydrated(page);
  const logo = page.locator('input[type="file"]');
  const buffer = Buffer.from("Ceci n’est pas une image.");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: "Utiliser ce logo" }).click();
  await page
    .getByText(/^Ce fichier n’est pas une image/)
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

test("a sheet of more than 1,000 lignes, or with figures nobody can read, is refused in words", async () => {
  const { page, faults, aBrouillon } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { factureId } = await aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await page.getByRole("button", { name: /^Ligne 1, / }).click();
  const price = page.getByRole("textbox", { name: "Prix unitaire HT" });
  await price.fill("beaucoup");
  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  await page.getByText(/^Ligne 1, prix/).waitFor();
  expect(await price.inputValue()).toBe("beaucoup");
  await price.fill("-5");
  await page
    .getByText(/Un prix ne peut pas être négatif/)
    .first()
    .waitFor();
  await price.fill("10");
  await paste(page, 1_001);
  await page
    .getByText(/Un document compte au plus 1.?000 lignes/)
    .first()
    .waitFor();
  expect(faults).toEqual([]);
});

/** Rows as a spreadsheet gives them. */
async function paste(page: Page, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => `Vis ${index + 1}\t1\t0,10`);
  const cell = page.getByRole("combobox", { name: "Désignation" });
  await cell.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, rows.join("\n"));
}

test("a règlement in the future, negative or above what is due is refused at its field", async () => {
  const { page, faults, api, aBrouillon } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { factureId } = await aBrouillon();
  const idempotencyKey = `essai-${factureId}`;
  await api.factures.issue.mutate({ factureId, version: 1, idempotencyKey });
  await page.goto(`/factures/${factureId}?acte=reglement`);
  await hydrated(page);
  const amount = page.getByLabel("Montant reçu");
  const on = page.getByLabel("Reçu le");
  const send = page.getByRole("button", { name: "Enregistrer le règlement" });
  await amount.fill("-10");
  await send.click();
  await amount.and(page.locator("[aria-invalid=true]")).waitFor();
  await amount.fill("50");
  for (const day of ["31/02/2026", "01/01/2099"]) {
    await on.fill(day);
    await send.click();
    await refusedAt(on, /Cette date/, day);
  }
  await on.fill("");
  await send.click();
  await on.and(page.locator("[aria-invalid=true]")).waitFor();
  expect((await api.factures.get.query({ factureId })).reglements).toHaveLength(0);
  expect(faults).toEqual([]);
});
