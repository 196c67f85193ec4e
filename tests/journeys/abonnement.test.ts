import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aFurnishedVisitor, type FurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { objections } from "../support/objections.ts";
import { advance, issueOne, pay, subscribe } from "../support/play-sandbox.ts";
import { type RunningServer, startServer } from "../support/start-server.ts";

/** A server of their own: these journeys move the clock. */
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const settings = "/reglages/abonnement";
const noted = "C’est noté : votre abonnement prendra fin à la date prévue.";
const state = (page: Page) => page.locator(".abo-id");

test("a société lives its subscription: trial, quota, card, debt, read-only, paid, ended", async () => {
  const visitor = await aFurnishedVisitor(browser, server.baseUrl);
  const { page, faults } = visitor;
  await page.goto(settings);
  await page.getByRole("heading", { name: "Pro, à l’essai" }).waitFor();

  await advance(page, "week", "week", "day");
  await reachTheQuota(visitor);
  await subscribe(page, "Essentiel", "acceptedOnce");
  await state(page).getByText("Actif").waitFor();
  expect(new URL(page.url()).search).not.toContain("session_id");
  await issueOnThePage(visitor);
  await failAndPay(visitor);
  await leave(visitor);
  expect(faults).toEqual([]);
});

async function reachTheQuota(visitor: FurnishedVisitor): Promise<void> {
  const { page, aBrouillon } = visitor;
  for (let issued = 1; issued <= 5; issued++) expect(await issueOne(visitor)).toMatch(/-0000\d$/);
  const { factureId } = await aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  const sentence =
    /^Vos 5 factures de la période sont émises\. Passez à Essentiel pour en émettre 50, ou attendez le \d+/;
  await page.locator(".cote__pied").getByText(sentence).waitFor();
  await page.getByRole("button", { name: "Émettre" }).first().click();
  await page.getByRole("button", { name: /^Émettre F-/ }).click();
  const refusal = page.getByRole("dialog").getByRole("alert");
  await refusal.getByText(sentence).waitFor();
  await refusal.getByRole("link", { name: "Voir les offres" }).click();
  await state(page).getByText("Gratuit").waitFor();
  await page.getByText("Restent à émettre avant").waitFor();
}

async function issueOnThePage({ page, aBrouillon }: FurnishedVisitor): Promise<void> {
  const { factureId } = await aBrouillon();
  await page.goto(`/factures/${factureId}/modifier`);
  await page.getByRole("button", { name: "Émettre" }).first().click();
  await page
    .getByRole("dialog")
    .getByText(/il vous restera \d+ factures sur 50/)
    .waitFor();
  await page.getByRole("button", { name: /^Émettre F-/ }).click();
  await page.getByRole("heading", { name: /^F-\d{4}-00006$/, level: 1 }).waitFor();
}

async function failAndPay(visitor: FurnishedVisitor): Promise<void> {
  const { page } = visitor;
  await advance(page, "month", "day");
  await page.goto("/factures");
  await page.getByText(/^Votre paiement de 10,80 € n’est pas passé le/).waitFor();
  expect(await issueOne(visitor)).toMatch(/^F-/);

  await advance(page, "week", "week", "day");
  await page.goto("/factures");
  await page.getByText(/^Lecture seule depuis le/).waitFor();
  expect(await issueOne(visitor)).toBe("SUBSCRIPTION_READ_ONLY");
  await page
    .getByRole("link", { name: /^Payer 10,80\s€ et reprendre$/ })
    .first()
    .click();
  await pay(page, "accepted");
  await page.getByRole("link", { name: "Revenir à FacturePro" }).click();
  await state(page).getByText("Actif").waitFor();
  expect(await issueOne(visitor)).toMatch(/^F-/);
}

async function leave(visitor: FurnishedVisitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole("link", { name: /^Résilier Essentiel au/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("50 → 5").waitFor();
  await dialog.getByRole("button", { name: "Résilier Essentiel" }).click();
  await page.getByText(noted).waitFor();
  await page.getByText(/^Essentiel prend fin le/).waitFor();
  await page.getByRole("button", { name: "Garder Essentiel" }).click();
  await page.getByText("C’est fait : votre abonnement continue.").waitFor();
  await state(page).getByText("Actif").waitFor();
  await page.goto(`${settings}?acte=resilier`);
  await dialog.getByRole("button", { name: "Résilier Essentiel" }).click();
  await page.getByText(noted).waitFor();
  await state(page).getByText("Fin prévue").waitFor();
  await advance(page, "month", "day");
  await page.goto(settings);
  await state(page).getByText("Gratuit").waitFor();
  expect(await page.getByRole("row", { name: /Télécharger|PDF/ }).count()).toBeGreaterThan(1);
}

test("a bank that asks for 3-D Secure is answered, refused then accepted, and again at the renewal", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, server.baseUrl);
  await page.goto(settings);
  await page.getByRole("button", { name: "Passer à Essentiel" }).click();
  await pay(page, "authenticatedAlways");
  await page.getByRole("button", { name: "Refuser" }).click();
  await page.getByText(/^L’authentification 3-D Secure a été refusée/).waitFor();
  await pay(page, "authenticatedAlways");
  await page.getByRole("button", { name: "Confirmer l’authentification" }).click();
  await page.getByText("Paiement reçu : Essentiel est en place.").waitFor();

  await advance(page, "month", "day");
  await page.goto("/boite-aux-lettres");
  await page
    .getByText("Votre banque attend votre confirmation pour l’abonnement FacturePro")
    .first()
    .waitFor();
  await page.goto(settings);
  await page.getByRole("link", { name: "Payer maintenant" }).first().click();
  await usableByAll(page, "facture");
  await pay(page, "authenticatedAlways");
  await page.getByRole("button", { name: "Confirmer l’authentification" }).click();
  await page.getByText("Il n’y a rien à payer.").waitFor();
  await page.getByRole("link", { name: "Revenir à FacturePro" }).click();
  await state(page).getByText("Actif").waitFor();
  expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
});

test("a SEPA debit opens the offer, a cheaper one waits for the period's end, and a debit that fails opens the grace", async () => {
  const visitor = await aFurnishedVisitor(browser, server.baseUrl);
  const { page, faults } = visitor;
  await page.goto(settings);
  await page.getByRole("button", { name: "Passer à Entreprise" }).click();
  await page.waitForURL(/\/bac-a-sable\/checkout\//);
  await usableByAll(page, "checkout");
  await pay(page, "sepa");
  await page.getByText(/^Paiement en cours de confirmation/).waitFor();
  await advance(page, "week");
  await usableByAll(page, "horloge");
  await page.goto(settings);
  await page.getByRole("heading", { name: "Entreprise", exact: true }).waitFor();

  await page.getByRole("link", { name: "Passer à Essentiel" }).first().click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Passer à Essentiel le / })
    .click();
  // The page is taken anew once the act is done: going elsewhere before would be undone.
  await page
    .getByText("C’est noté : le changement aura lieu à la fin de ce qui est payé.")
    .waitFor();
  await page.getByText(/^Passera à Essentiel le /).waitFor();
  await advance(page, "month");
  await page.goto(settings);
  await page.getByRole("heading", { name: "Essentiel", exact: true }).waitFor();
  await failByDebit(visitor);
  expect(faults).toEqual([]);
});

/** The means of payment changes in the portal; the bank says no days after the renewal. */
async function failByDebit(visitor: FurnishedVisitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole("button", { name: "Moyen de paiement et adresse" }).click();
  await page.waitForURL(/\/bac-a-sable\/portail\//);
  await page.getByText("Changer de moyen de paiement").click();
  await usableByAll(page, "portail");
  await pay(page, "sepaFailed");
  await page.getByText("Prélèvement SEPA •••• 2607").waitFor();
  await advance(page, "month"); // renewed a week ago: the debit is back
  await page.goto("/factures");
  await page.getByText(/n’est pas passé le/).waitFor();
  expect(await issueOne(visitor)).toMatch(/^F-/);
}

/** The sandbox's page on screen, on a light desktop and a dark phone. */
async function usableByAll(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 720 };
  expect(await objections(page), name).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await objections(page), name).toEqual([]);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
}

test("without JavaScript one subscribes, moves up with the amount told, and leaves", async () => {
  const visitor = await aFurnishedVisitor(browser, server.baseUrl, { javaScriptEnabled: false });
  const { page, faults } = visitor;
  await page.goto("/tarifs");
  await page.getByRole("link", { name: "Par an, 2 mois offerts" }).click();
  await page.getByText("90 €", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Par mois" }).click();
  await page.getByRole("link", { name: "Choisir Essentiel" }).click();
  await page.getByRole("button", { name: "Passer à Essentiel" }).click();
  await pay(page, "accepted");
  await page.getByText("Paiement reçu : Essentiel est en place.").waitFor();

  await page.getByRole("link", { name: "Passer à Pro" }).first().click();
  await page.getByRole("button", { name: /^Payer 2[34],\d\d\s€ et passer à Pro$/ }).click();
  await page.getByText("C’est fait : votre société est passée à Pro.").waitFor();
  await page.getByRole("link", { name: /^Résilier Pro au/ }).click();
  await page.getByRole("button", { name: "Résilier Pro" }).click();
  await page.getByText("C’est noté : votre abonnement prendra fin à la date prévue.").waitFor();
  expect(faults).toEqual([]);
});
