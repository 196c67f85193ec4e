import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aDemoVisitor } from "../support/a-demo-visitor.ts";
import { aContentFor, aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phone = { width: 390, height: 844 };
const year = new Date().getFullYear();

test("an accountant chooses a société, reads its name on every page and finds nothing to write with", async () => {
  const { page, faults } = await aDemoVisitor(browser, inject("baseUrl"), "nadia");
  await page.goto("/factures");
  await page.waitForURL(/\/choisir-societe/);
  await page.getByRole("button", { name: /Atelier Lenoir/ }).click();
  await page.waitForURL(/\/factures$/);
  const writes = /^(Nouve|Émettre|Enregistrer|Créer|Archiver|Modifier|Annuler F)/;
  const issued = page.getByRole("link", { name: /^F-\d{4}-\d{5}$/ }).first();
  const facture = (await issued.getAttribute("href")) ?? "";
  for (const path of ["/factures", "/clients", "/produits", facture]) {
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(path);
    await page.getByText("Atelier Lenoir").filter({ visible: true }).first().waitFor();
    expect(await page.getByRole("button", { name: writes }).count(), path).toBe(0);
    expect(await page.getByRole("link", { name: writes }).count(), path).toBe(0);
    await page.setViewportSize(phone);
    await page.getByText("Atelier Lenoir").filter({ visible: true }).first().waitFor();
  }
  expect((await page.goto("/reglages/societe"))?.status()).toBe(403);
  await page.getByText("Votre rôle ne permet pas d’ouvrir cette page").waitFor();
  expect(faults).toEqual([]);
});

test("a tab left on another société acts on neither", async () => {
  const { page, context, api, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/clients/nouveau");
  await hydrated(page);
  await page.getByLabel("Nom ou dénomination").fill("Client égaré");
  // The same browser, meanwhile, is signed in to another société.
  const other = await aFurnishedVisitor(browser, inject("baseUrl"));
  await context.addCookies(await other.context.cookies());
  const refused = page.waitForResponse(/clients\.create/);
  await page.getByRole("button", { name: "Créer le client" }).click();
  expect((await refused).status()).toBe(409);
  await page
    .getByText(/^Cet onglet est resté sur une autre société/)
    .first()
    .waitFor();
  expect(await page.getByLabel("Nom ou dénomination").inputValue()).toBe("Client égaré");
  expect((await other.api.clients.list.query({ q: "égaré" })).rows).toHaveLength(0);
  await expect(api.clients.list.query({})).rejects.toMatchObject({
    data: { refusal: "SOCIETE_MISMATCH" },
  });
  expect([...faults, ...other.faults]).toEqual([]);
});

test("an accountant who switches société in one tab is refused in the other, even without JavaScript", async () => {
  const { context, choose, societe } = await aDemoVisitor(browser, inject("baseUrl"), "nadia", {
    javaScriptEnabled: false,
  });
  await choose("Atelier Lenoir");
  const stale = societe();
  const other = await context.newPage();
  await other.goto("/choisir-societe");
  await other.getByRole("button", { name: /Boulangerie Martin/ }).click();
  await other.getByText("Boulangerie Martin").filter({ visible: true }).first().waitFor();
  const answer = await context.request.post("/factures?index", {
    form: { _procedure: "factures.draft", _societe: stale ?? "" },
    headers: { origin: inject("baseUrl") },
  });
  expect(answer.status()).toBe(409);
});

test("a double click, and two tabs, issue one facture", async () => {
  const { page, context, api, clientId, faults } = await aFurnishedVisitor(
    browser,
    inject("baseUrl"),
  );
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  const other = await context.newPage();
  const number = `F-${year}-00001`;
  await Promise.all([page, other].map((tab) => ask(tab, factureId)));
  const confirm = (tab: Page) => tab.getByRole("button", { name: `Émettre ${number}` });
  await Promise.all([confirm(page).dblclick(), confirm(other).dblclick()]);
  // One of them issues; the other one learns of it.
  const told = (tab: Page) =>
    tab
      .getByRole("heading", { name: number, level: 1 })
      .or(tab.getByText(/a émis cette facture sous le numéro|est déjà émise/))
      .first();
  await Promise.all([told(page).waitFor(), told(other).waitFor()]);
  const { rows } = await api.factures.list.query({ status: "emise" });
  expect(rows.map((row) => row.number)).toEqual([number]);
  expect(faults).toEqual([]);
});

async function ask(page: Page, factureId: string): Promise<void> {
  await page.goto(`/factures/${factureId}/modifier`);
  await hydrated(page);
  await page.getByRole("button", { name: "Émettre", exact: true }).click();
  await page.getByRole("dialog").waitFor();
}
