import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoLogins } from "#server/demo/demo-logins";
import { addDays, formatLongDay, todayInParis } from "#server/domain/calendar";
import { aFurnishedVisitor, type FurnishedVisitor } from "../support/a-furnished-visitor.ts";
import { aVisitor, type Visitor } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { advance, issueOne, subscribe } from "../support/play-sandbox.ts";
import { type RunningServer, startServer } from "../support/start-server.ts";

/** A server of their own: the code of the operator's second factor serves once, and the clock moves. */
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

/** Nobody else signs in as the operator: every journey but the last one leaves them where they are. */
let signedIn: Visitor | undefined;

/** The demonstration's operator, past the second factor. */
async function anOperator(): Promise<Visitor> {
  if (signedIn) return signedIn;
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
  signedIn = visitor;
  return visitor;
}

test("an offer made in the console is sold at once: a société subscribes to it, and the revenue says so", async () => {
  const nom = `Artisan ${++tries}`;
  const operator = await anOperator();
  const { page } = operator;
  await page.goto("/console/plans");
  await page.getByRole("link", { name: "Nouvelle offre" }).click();
  await page.getByLabel("Nom", { exact: true }).fill(nom);
  await page.getByLabel(/^Prix par mois/).fill("14,50");
  await page.getByLabel(/^Factures par mois/).fill("80");
  await page.getByLabel("Raison").fill("Demandée par les artisans");
  await page.getByRole("button", { name: "Mettre en vente" }).click();
  await page.getByText("L’offre est en vente, ici et dans Stripe.").waitFor();

  const buyer = await aFurnishedVisitor(browser, server.baseUrl);
  await buyer.page.goto("/reglages/abonnement");
  await subscribe(buyer.page, nom, "accepted");

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

test("who pays late is found, understood, given time, suspended, seen from inside, reactivated, then visited with its consent", async () => {
  const societe = await aFurnishedVisitor(browser, server.baseUrl);
  await societe.page.goto("/reglages/abonnement");
  await subscribe(societe.page, "Essentiel", "acceptedOnce");
  await advance(societe.page, "month", "day");
  await societe.page.goto("/factures");
  const operator = await anOperator();
  signedIn = undefined; // a visit that is over ends its session
  await findLate(operator.page, societe.societe() ?? "");
  await giveTime(operator.page, societe.page);
  await suspend(operator.page, societe);
  await reactivate(operator.page, societe);
  await askToVisit(operator.page, societe.page);
  await visit(operator.page);
  await endVisit(operator.page, societe.page);
  expect([...operator.faults, ...societe.faults]).toEqual([]);
});

async function findLate(page: Page, societeId: string): Promise<void> {
  const late = page.getByRole("link", { name: /^\d+ paiements? en retard/ });
  const address = `/console/societes/${societeId}`;
  const link = page.locator(`a[href="${address}"]`);
  // What happens in a société is in the list twenty seconds later at most.
  const isListed = async () => {
    await page.goto("/console/societes?etat=retard");
    return link.isVisible();
  };
  await expect.poll(isListed, { timeout: 40_000, interval: 500 }).toBe(true);
  await page.goto("/console/societes");
  await late.click();
  await page.waitForURL("**/console/societes?etat=retard");
  const row = page.getByRole("row").filter({ has: link });
  await row.getByText(/^Paiement en retard, J\+\d+$/).waitFor();
  await link.click();
  await page.waitForURL(`**${address}`);
  await page
    .getByRole("row", { name: /^Émettre Permis En retard depuis le .+ lecture seule/ })
    .waitFor();
  const why = page.getByRole("region", { name: "Pourquoi cet état" });
  await why.getByText("past_due").waitFor();
  await why.getByText("10,80 €").waitFor();
}

/** The act of that name, opened and done: what it asks, by label. */
async function act(page: Page, name: string, asked: Readonly<Record<string, string>>) {
  const panel = page.getByRole("region", { name, exact: true });
  if (!(await panel.isVisible()))
    await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  for (const [label, value] of Object.entries(asked))
    await panel.getByLabel(label, { exact: true }).fill(value);
  await panel.getByRole("button", { name, exact: true }).click();
}

async function giveTime(page: Page, inside: Page): Promise<void> {
  const last = addDays(todayInParis(Date.now()), 300);
  const raison = "Le virement de leur banque est annoncé";
  await act(page, "Prolonger la grâce", { "Jusqu’au (inclus)": last, Raison: raison });
  await page.getByText("La grâce est prolongée.", { exact: true }).waitFor();
  const next = formatLongDay(addDays(last, 1));
  await page.getByRole("row", { name: `lecture seule le ${next}` }).waitFor();
  await page.getByText(`« ${raison} »`).first().waitFor();
  const day = formatLongDay(last).replace(/\s\d{4}$/, "");
  await inside.getByText(`Tout reste permis jusqu’au ${day}, puis lecture seule.`).waitFor();
}

async function suspend(page: Page, { page: inside, aBrouillon }: FurnishedVisitor): Promise<void> {
  const motif = "Des factures à votre nom nous ont été signalées";
  const asked = { "Ce que la société lira": motif, Raison: "Signalement d’un client" };
  await act(page, "Suspendre Menuiserie Vasseur", asked);
  await page.getByText("La société est suspendue.", { exact: true }).waitFor();
  await inside.getByText(/^Cette société est suspendue depuis le/).waitFor();
  await expect(aBrouillon()).rejects.toThrow("SOCIETE_SUSPENDED");
  await inside.getByRole("link", { name: "Ce que cela change" }).click();
  await inside.getByRole("heading", { name: "Société suspendue", level: 1 }).waitFor();
  await inside.getByRole("main").getByText(motif).waitFor();
  await inside.getByRole("link", { name: "Emporter toutes vos données" }).click();
  const [file] = await Promise.all([
    inside.waitForEvent("download"),
    inside.getByRole("link", { name: "Télécharger l’archive" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^FacturePro Menuiserie Vasseur .*\.zip$/);
  expect(await file.failure()).toBeNull();
}

async function reactivate(page: Page, societe: FurnishedVisitor): Promise<void> {
  await act(page, "Réactiver Menuiserie Vasseur", { Raison: "Le signalement était infondé" });
  await page.getByText("La société est réactivée.", { exact: true }).waitFor();
  await societe.page.getByText(/^Cette société est suspendue/).waitFor({ state: "detached" });
  expect(await issueOne(societe)).toMatch(/^F-/);
}

async function askToVisit(page: Page, inside: Page): Promise<void> {
  const panel = page.getByRole("region", { name: "Visite avec l’accord de la société" });
  await panel.getByLabel("Raison", { exact: true }).fill("Vous signalez un total étrange");
  await panel.getByRole("button", { name: "Demander une visite" }).click();
  await page.getByText("La demande est envoyée aux administrateurs de la société.").waitFor();
  await inside.goto("/reglages/assistance");
  await inside.getByText("Raison : Vous signalez un total étrange").waitFor();
  await inside.getByRole("button", { name: "Accepter la visite" }).click();
  await inside.getByText("La visite est acceptée.", { exact: false }).waitFor();
  await page.reload();
  await panel.getByRole("button", { name: "Ouvrir la visite" }).click();
  await page.waitForURL(/\/visite\//);
}

async function visit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Commencer la visite" }).click();
  await page.waitForURL("**/tableau-de-bord");
  const banner = page.getByRole("region", { name: "Visite de l’assistance en lecture seule" });
  await banner.waitFor();
  await page.goto("/produits/nouveau");
  await page.getByLabel("Désignation").fill("Tabouret");
  await page.getByLabel("Prix unitaire HT").fill("40");
  await page.getByRole("button", { name: "Créer le produit" }).click();
  const refusal = page.getByRole("alert").getByText(/rien ne s’y enregistre et aucun fichier/);
  await refusal.waitFor();
  await banner.waitFor();
}

async function endVisit(page: Page, inside: Page): Promise<void> {
  await inside.getByRole("link", { name: "Voir les pages consultées" }).click();
  for (const seen of ["/tableau-de-bord", "/produits/nouveau"])
    await inside.getByText(`(FacturePro) a vu la page ${seen}`).first().waitFor();
  await inside.goto("/reglages/assistance");
  await inside.getByRole("button", { name: "Mettre fin à la visite" }).click();
  await inside.getByText("La visite est terminée.", { exact: true }).waitFor();
  await page.getByRole("alert").filter({ hasText: "Votre session est terminée" }).waitFor();
  await page.goto("/produits");
  await page.waitForURL(/\/connexion/);
}
