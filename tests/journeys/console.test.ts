import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoLogins } from "#server/demo/demo-logins";
import { aFurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { aVisitor } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { pay } from "../support/play-sandbox.ts";
import { type RunningServer, startServer } from "../support/start-server.ts";

/** A server of their own: the code of the operator's second factor serves once. */
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Begun again, a journey finds what it made before. */
let tries = 0;

/** The demonstration's operator, past the second factor. */
async function anOperator() {
  const visitor = await aVisitor(browser, server.baseUrl);
  const { page } = visitor;
  const operator = demoLogins.find(({ username }) => username === "operateur");
  await page.goto("/connexion?suite=/console/plans");
  await page.getByLabel("Identifiant ou e-mail").fill("operateur");
  await page.getByLabel("Mot de passe", { exact: true }).fill(operator?.password ?? "");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  const shown = await page.getByText("Démonstration", { exact: false }).last().textContent();
  await page.getByLabel("Code", { exact: true }).fill(/\d{6}/.exec(shown ?? "")?.[0] ?? "");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL("**/console/plans");
  return visitor;
}

test("an offer made in the console is sold at once: a société subscribes to it, and the revenue says so", async () => {
  const nom = `Artisan ${++tries}`;
  const operator = await anOperator();
  const { page } = operator;
  await page.getByRole("link", { name: "Nouvelle offre" }).click();
  await page.getByLabel("Nom", { exact: true }).fill(nom);
  await page.getByLabel(/^Prix par mois/).fill("14,50");
  await page.getByLabel(/^Factures par mois/).fill("80");
  await page.getByLabel("Raison").fill("Demandée par les artisans");
  await page.getByRole("button", { name: "Mettre en vente" }).click();
  await page.getByText("L’offre est en vente, ici et dans Stripe.").waitFor();

  const buyer = await aFurnishedVisitor(browser, server.baseUrl);
  await buyer.page.goto("/reglages/abonnement");
  await buyer.page
    .getByRole("button", { name: `Passer à ${nom}` })
    .first()
    .click();
  await buyer.page.waitForURL(/\/bac-a-sable\/checkout\//);
  await pay(buyer.page, "accepted");
  await buyer.page.getByText(`Paiement reçu : ${nom} est en place.`).waitFor();

  await page.reload();
  await page.getByText("1 abonné garde son prix et ses limites.", { exact: false }).waitFor();
  await page.goto("/console/revenus");
  await page.getByRole("row", { name: new RegExp(`^${nom} 1 14,50`) }).waitFor();
  await page.goto("/console/stripe");
  await page
    .getByRole("link", { name: /^Rejouer invoice\.paid/ })
    .first()
    .waitFor();
  expect([...operator.faults, ...buyer.faults]).toEqual([]);
});
