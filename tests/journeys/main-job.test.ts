import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aUsername, visitorPassword } from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated, type Visitor } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { pdfText, withoutSpaces } from "../support/pdf-text.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const year = new Date().getFullYear();
const number = `F-${year}-00001`;
/** 9 produits at 52,00 € HT for 1,5 h, 1 234,56 € typed, 20 rows pasted at 10,50 €. */
const pasted = Array.from({ length: 20 }, (_, index) => `Étagère n° ${index + 1}\t2\tu\t5,25\t20`);

test("a newcomer registers, sets up the société, and issues, downloads, cashes and cancels a facture", async () => {
  const visitor = await aVisitor(browser, inject("baseUrl"));
  const { page, faults } = visitor;
  await registerAndLogIn(page);
  await learnWhatIsMissing(page);
  await setUpSociete(page);
  await createClient(page);
  await createProduit(page);
  const totalTtc = await writeFacture(page);
  await issue(page);
  await compareDownloads(visitor, totalTtc);
  await cash(page);
  await cancel(page);
  expect(faults).toEqual([]);
});

async function registerAndLogIn(page: Page): Promise<void> {
  const username = aUsername();
  await page.goto("/inscription");
  await hydrated(page);
  await page.getByLabel("Nom de la société").fill("Ébénisterie Lefèvre");
  await page.getByLabel("Votre adresse e-mail").fill(`${username}@lefevre.example`);
  await page.getByLabel("Identifiant").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await page.getByRole("button", { name: "Créer Ébénisterie Lefèvre" }).click();
  await page.getByText("Compte créé. Connectez-vous.").waitFor();
  await page.getByLabel("Identifiant ou e-mail").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByRole("heading", { name: "Tableau de bord", level: 1 }).waitFor();
  await page.getByText("Rien à compter pour l’instant").waitFor();
  await page.getByRole("heading", { name: "Premiers pas" }).waitFor();
}

/** A société that said nothing of itself cannot issue, and each missing thing leads where it is said. */
async function learnWhatIsMissing(page: Page): Promise<void> {
  await hydrated(page);
  await page.getByRole("button", { name: "Nouvelle facture" }).first().click();
  await page.waitForURL(/\/modifier$/);
  await page.getByRole("button", { name: "Émettre" }).click();
  const missing = page.getByRole("complementary", { name: "Autour de la facture" });
  await missing.getByText(/Votre société, SIREN/).click();
  await page.waitForURL(/\/reglages\/societe#/);
  await page.getByText("La loi demande encore :").waitFor();
}

async function setUpSociete(page: Page): Promise<void> {
  const part = (name: string) => page.getByRole("region", { name });
  const identite = part("Identité");
  await identite.getByLabel("Forme juridique").fill("SARL");
  await identite.getByLabel("Capital social").fill("10 000");
  await identite.getByLabel("SIRET du siège").fill("732 829 320 00074");
  expect(await identite.getByLabel("SIREN", { exact: true }).inputValue()).toMatch(/732.829.320/);
  await identite.getByLabel("Ville du registre (RCS)").fill("Poitiers");
  await identite.getByLabel("Numéro et voie").fill("14 rue des Tourneurs");
  await identite.getByLabel("Code postal").fill("86000");
  await identite.getByLabel("Ville", { exact: true }).fill("Poitiers");
  await save(identite);
  const tva = part("TVA");
  await tva.getByText("D’après votre SIREN : FR44732829320").waitFor();
  const tvaNumber = tva.getByLabel("Numéro de TVA intracommunautaire");
  await expect.poll(() => tvaNumber.inputValue()).toBe("FR44732829320");
  await save(tva);
  const paiement = part("Paiement");
  await paiement.getByRole("textbox", { name: "IBAN" }).fill("FR76 3000 6000 0112 3456 7890 189");
  await paiement.getByLabel("BIC").fill("AGRIFRPP");
  await paiement.getByLabel("Votre mot de passe").fill(visitorPassword);
  await save(paiement);
  await page.getByText("Tout ce que la loi demande sur une facture est renseigné.").waitFor();
  await page.goto("/reglages/marque");
  await hydrated(page);
  const logo = await sharp({
    create: { width: 240, height: 120, channels: 3, background: "#9a3b26" },
  })
    .png()
    .toBuffer();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
  await page.getByRole("button", { name: "Utiliser ce logo" }).click();
  await page.getByRole("button", { name: "Retirer le logo" }).waitFor();
  const marque = part("Couleurs et modèle");
  await marque.getByRole("textbox", { name: "Principale", exact: true }).fill("#9a3b26");
  await marque.getByRole("textbox", { name: "Secondaire", exact: true }).fill("#c9a227");
  await marque.getByRole("button", { name: "Enregistrer" }).click();
  await marque.getByText("Enregistré.").waitFor();
}

async function save(part: Locator): Promise<void> {
  await part.getByRole("button", { name: "Enregistrer" }).click();
  await part.getByText("Enregistré. Les documents déjà émis ne changent pas.").waitFor();
}

async function createClient(page: Page): Promise<void> {
  await page.goto("/clients/nouveau");
  await hydrated(page);
  await page.getByLabel("Nom ou dénomination").fill("Hôtel du Parc");
  await page.getByLabel("SIREN", { exact: true }).fill("404 833 048");
  await page.getByLabel("Numéro et voie").fill("8 place des Marronniers");
  await page.getByLabel("Code postal").fill("79000");
  await page.getByLabel("Ville", { exact: true }).fill("Niort");
  await page.getByRole("button", { name: "Créer le client" }).click();
  await page.getByText("Client créé.").waitFor();
}

async function createProduit(page: Page): Promise<void> {
  await page.goto("/produits/nouveau");
  await hydrated(page);
  await page.getByLabel("Désignation").fill("Pose sur site");
  await page.getByLabel("Prix unitaire HT").fill("52");
  await page.getByRole("button", { name: "Créer le produit" }).click();
  await page.getByText("Produit créé.").waitFor();
}

/** Thirty lignes: nine from the catalogue, one typed, twenty pasted. @returns the total TTC as the page shows it */
async function writeFacture(page: Page): Promise<string> {
  await page.goto("/factures");
  await hydrated(page);
  await page.getByRole("button", { name: "Nouvelle facture" }).first().click();
  await page.waitForURL(/\/modifier$/);
  await hydrated(page);
  await page.getByRole("combobox", { name: "Nom, ville ou SIREN du client" }).fill("hot");
  await page.getByRole("option", { name: /Hôtel du Parc/ }).click();
  await page.getByText("8 place des Marronniers").first().waitFor();
  await openFirstLigne(page);
  for (let rang = 0; rang < 9; rang++) await pickProduit(page);
  await typeLigne(page);
  await pasteLignes(page);
  const sheet = page.getByRole("article", { name: "Facture en cours d’édition" });
  await page
    .getByText(/^Enregistré à/)
    .first()
    .waitFor();
  // 9 × 1,5 × 52,00 + 1 234,56 + 20 × 2 × 5,25 = 2 146,56 HT; TVA 20 % = 429,31.
  await sheet.getByText("2 575,87").first().waitFor();
  return "2 575,87";
}

async function openFirstLigne(page: Page): Promise<void> {
  const cell = page.getByRole("combobox", { name: "Désignation" });
  if (await cell.isVisible()) return;
  await page
    .getByRole("list", { name: "Lignes de la facture" })
    .getByRole("button")
    .first()
    .click();
}

/** From the désignation of a blank row to the one of the next. */
async function pickProduit(page: Page): Promise<void> {
  const cell = page.getByRole("combobox", { name: "Désignation" });
  await cell.fill("pose");
  await page
    .getByRole("option", { name: /Pose sur site/ })
    .first()
    .click();
  const quantity = page.getByRole("textbox", { name: "Quantité" });
  await quantity.fill("1,5");
  await page.getByRole("combobox", { name: "Taux de TVA" }).press("Tab");
  await expect.poll(() => cell.inputValue(), { timeout: 15_000 }).toBe("");
}

async function typeLigne(page: Page): Promise<void> {
  const cell = page.getByRole("combobox", { name: "Désignation" });
  await cell.fill("Bibliothèque en chêne, sur mesure");
  await page.getByRole("textbox", { name: "Prix unitaire HT" }).fill("1 234,56");
  await page.getByRole("combobox", { name: "Taux de TVA" }).press("Tab");
  await expect.poll(() => cell.inputValue(), { timeout: 15_000 }).toBe("");
}

/** As a spreadsheet gives it: tabs between cells, one row a line. */
async function pasteLignes(page: Page): Promise<void> {
  const cell = page.getByRole("combobox", { name: "Désignation" });
  await cell.focus();
  await cell.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, pasted.join("\n"));
  await page.getByRole("button", { name: /^Ligne 29, Étagère n° 19/ }).waitFor();
}

async function issue(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  const question = page.getByRole("dialog", { name: `Émettre la facture ${number} ?` });
  await question.getByText("2 575,87 €").waitFor();
  await question.getByRole("button", { name: `Émettre ${number}` }).click();
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
  await page.getByText("Émise", { exact: true }).first().waitFor();
  await page.getByText("À payer", { exact: true }).first().waitFor();
}

/** The page, the PDF and its XML say the same; asked twice, the same bytes come back. */
async function compareDownloads({ page, context }: Visitor, totalTtc: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Télécharger" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain(number);
  const path = new URL(page.url()).pathname;
  const first = await (await context.request.get(`${path}.pdf`)).body();
  const second = await (await context.request.get(`${path}.pdf`)).body();
  expect(second.equals(first)).toBe(true);
  const words = withoutSpaces((await pdfText(first)).join("\n"));
  for (const said of [number, "Hôtel du Parc", totalTtc, "Étagère n° 20", "1 234,56"])
    expect(words).toContain(withoutSpaces(said));
  const xml = await (await context.request.get(`${path}.xml`)).text();
  expect(xml).toContain(`<ram:ID>${number}</ram:ID>`);
  expect(xml).toContain("<ram:GrandTotalAmount>2575.87</ram:GrandTotalAmount>");
  expect(xml.match(/<ram:IncludedSupplyChainTradeLineItem>/g)).toHaveLength(30);
}

async function cash(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Enregistrer un règlement" }).click();
  const form = page.getByRole("dialog", { name: "Enregistrer un règlement" });
  await form.getByLabel("Montant reçu").fill("1 000,00");
  await form.getByRole("button", { name: "Enregistrer le règlement" }).click();
  await page.getByText("1 575,87 €").first().waitFor();
  await page.getByText("Partielle", { exact: true }).first().waitFor();
}

async function cancel(page: Page): Promise<void> {
  const avoir = `A-${year}-00001`;
  await page.getByRole("link", { name: `Annuler ${number} par un avoir` }).click();
  const form = page.getByRole("dialog", { name: `Annuler ${number} par un avoir ?` });
  await form.getByLabel("Motif, imprimé sur l’avoir").fill("Erreur de facturation");
  await form.getByRole("button", { name: `Annuler ${number} par un avoir` }).click();
  await page.getByText("Annulée par avoir", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: avoir }).click();
  await page.getByRole("heading", { name: avoir, level: 1 }).waitFor();
  await page.getByText("Corrige la facture").waitFor();
  await page.getByRole("link", { name: number, exact: true }).click();
  await page.getByRole("heading", { name: number, level: 1 }).waitFor();
}
