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

/** Three tablets at 100,00 €, less 10 %: 324,00 € TTC. */
async function anIssued(options = {}) {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"), options);
  const content = aContentFor(visitor.clientId);
  const [ligne] = content.lignes;
  const { factureId, number } = await visitor.api.factures.issueContent.mutate({
    content: {
      ...content,
      lignes: ligne ? [{ ...ligne, quantity: 30_000 }] : [],
      ajustements: [{ sens: "remise", mode: "pourcent", valeur: 1_000, motif: "Fidélité" }],
    },
    idempotencyKey: crypto.randomUUID(),
  });
  return { ...visitor, factureId, number };
}

const year = new Date().getFullYear();

test("a part of a facture is given back: lignes, then an amount, each by an avoir that says so", async () => {
  const { page, context, factureId, number, faults } = await anIssued();
  await page.goto(`/factures/${factureId}`);
  await page.getByRole("link", { name: /Rendre une partie par un avoir/ }).click();
  await page.getByRole("heading", { name: "Avoir d’une partie" }).waitFor();
  await hydrated(page);
  const quantity = page.getByLabel("Quantité à rendre : Tablette en chêne");
  await quantity.fill("4");
  await page.getByText(/Cela dépasse ce qui reste de la facture/).waitFor();
  await page.getByRole("button", { name: "Émettre l’avoir" }).click();

  await page.getByText("Cette information est nécessaire.").waitFor();
  expect(await quantity.inputValue()).toBe("4");
  await quantity.fill("1");
  await page.getByLabel("Motif, imprimé sur l’avoir").fill("Une tablette reprise");
  await page.getByText(`Le reste dû de ${number} passera de 324,00 € à 216,00 €.`).waitFor();
  await page.getByRole("button", { name: `Émettre l’avoir A-${year}-00001 de 108,00 €` }).click();
  await page.getByRole("heading", { name: `A-${year}-00001`, level: 1 }).waitFor();
  const pdf = await context.request.get(`${new URL(page.url()).pathname}.pdf`);
  const text = (await pdfText(await pdf.body())).join("\n");
  for (const printed of ["Une tablette reprise", number, "108,00", "Fidélité"])
    expect(text).toContain(printed);

  await page.getByRole("link", { name: number }).click();
  await page.getByText("Réduite par l’avoir").waitFor();
  await page.getByText("216,00 €").first().waitFor();
  await page.getByRole("link", { name: /Rendre une partie par un avoir/ }).click();
  await page.getByText(/il en reste 2/).waitFor();
  await hydrated(page);
  await page.getByLabel("Montant HT à 20 %").fill("80");
  await page.getByLabel("Motif, imprimé sur l’avoir").fill("Geste commercial");
  await page.getByRole("button", { name: `Émettre l’avoir A-${year}-00002 de 96,00 €` }).click();
  await page.getByRole("heading", { name: `A-${year}-00002`, level: 1 }).waitFor();
  await page.getByRole("link", { name: number }).click();
  await page.getByText("120,00 €").first().waitFor();
  expect(faults).toEqual([]);
});

test("without JavaScript all that is left is given back by a link and a form", async () => {
  const { page, factureId, number } = await anIssued({ javaScriptEnabled: false });
  await page.goto(`/factures/${factureId}/avoir`);
  await page.getByLabel("Quantité à rendre : Tablette en chêne").fill("9");
  await page.getByLabel("Motif, imprimé sur l’avoir").fill("Retour");
  await page.getByRole("button", { name: `Émettre l’avoir A-${year}-00001` }).click();
  await page.getByText("Il reste 3 à rendre sur cette ligne.").waitFor();
  expect(await page.getByLabel("Motif, imprimé sur l’avoir").inputValue()).toBe("Retour");
  await page.getByRole("link", { name: "Tout ce qui reste" }).click();
  await page.getByText(`Le reste dû de ${number} passera de 324,00 € à 0,00 €.`).waitFor();
  await page.getByLabel("Motif, imprimé sur l’avoir").fill("Retour");
  await page.getByRole("button", { name: `Émettre l’avoir A-${year}-00001` }).click();
  await page.getByRole("heading", { name: `A-${year}-00001`, level: 1 }).waitFor();
  await page.goto(`/factures/${factureId}/avoir`); // nothing is left: its own page
  await page.getByText("Annulée par l’avoir").waitFor();
});
