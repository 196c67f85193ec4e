import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, aUsername, visitorPassword } from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { invitationMailedTo } from "../support/invitation-mailed-to.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { openLive } from "../support/open-live.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("somebody invited joins with a new account, their page follows their role, and ends with their place", async () => {
  const admin = await aFurnishedVisitor(browser, inject("baseUrl"));
  const invited = await aVisitor(browser, inject("baseUrl"));
  const username = aUsername();
  const email = `${username}@vasseur.example`;
  await invite(admin.page, email);

  const link = await invitationMailedTo(invited.page, email);
  await register(invited.page, link, username);
  await invited.page.getByRole("heading", { name: "Tableau de bord", level: 1 }).waitFor();
  const settings = invited.page.getByRole("link", { name: "Réglages" });
  const draft = invited.page.getByRole("link", { name: "Nouveau client" }).first();
  await openLive(invited.page, "/clients");
  await draft.waitFor();
  expect(await settings.count()).toBe(0);

  await chooseRole(admin.page, "Comptabilité");
  await draft.waitFor({ state: "detached" });
  await invited.page.getByText("Brasserie Lumière").first().waitFor();
  await chooseRole(admin.page, "Administration");
  await settings.first().waitFor();

  await act(admin.page, "Retirer Jeanne Morel de l’équipe", "Retirer Jeanne Morel");
  await admin.page.getByText("Cette personne ne fait plus partie de la société.").waitFor();
  const banner = invited.page.getByRole("alert");
  await banner.getByText(/Vous ne faites plus partie de «\s*Menuiserie Vasseur\s*»/).waitFor();
  await banner.getByRole("link", { name: "Voir vos sociétés" }).click();
  await invited.page.getByText(/^Vous n’avez accès à aucune société/).waitFor();

  await admin.page.goto(link);
  await admin.page
    .getByRole("heading", { name: "Cette invitation n’est plus valable", level: 1 })
    .waitFor();
  expect([...admin.faults, ...invited.faults]).toEqual([]);
});

test("an account of another société joins by the link, and goes from one to the other by the keyboard", async () => {
  const admin = await aFurnishedVisitor(browser, inject("baseUrl"));
  const guest = await aVisitor(browser, inject("baseUrl"));
  const username = aUsername();
  const email = `${username}@ferronnerie.example`;
  const password = visitorPassword;
  const nom_societe = "Ferronnerie Adam";
  await guest.api.auth.register.mutate({ nom_societe, email, username, password });
  await guest.logIn(username, password);
  await invite(admin.page, email);

  const { page } = guest;
  await page.goto(await invitationMailedTo(page, email));
  await hydrated(page);
  await page.getByRole("button", { name: "Rejoindre Menuiserie Vasseur" }).click();
  await isIn(page, "Menuiserie Vasseur");
  await hydrated(page);

  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await focusOn(page, "Ferronnerie Adam");
  await page.keyboard.press("Enter");
  await isIn(page, "Ferronnerie Adam");

  await hydrated(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("menuis");
  await page
    .getByRole("option", { name: "Aller dans Menuiserie Vasseur", selected: true })
    .waitFor();
  await page.keyboard.press("Enter");
  await isIn(page, "Menuiserie Vasseur");
  expect([...admin.faults, ...guest.faults]).toEqual([]);
});

async function invite(page: Page, email: string): Promise<void> {
  await page.goto("/reglages/equipe?acte=inviter");
  await hydrated(page);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await page.getByText("Invitation envoyée.").waitFor();
  await page.getByText(email).waitFor();
}

/** A new account, then the log-in every account goes through. */
async function register(page: Page, link: string, username: string): Promise<void> {
  await page.goto(link);
  await hydrated(page);
  await page.getByText("Facturation", { exact: true }).waitFor();
  await page.getByLabel("Prénom").fill("Jeanne");
  await page.getByLabel("Nom", { exact: true }).fill("Morel");
  await page.getByLabel("Identifiant").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await page.getByRole("button", { name: "Créer mon compte et rejoindre" }).click();
  await page.getByText("Compte créé. Connectez-vous.").waitFor();
  await page.getByLabel("Identifiant ou e-mail").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill(visitorPassword);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
}

/** In a dialogue opened from the table of the members. */
async function act(page: Page, link: string, button: string): Promise<void> {
  await page.goto("/reglages/equipe");
  await hydrated(page);
  await page.getByRole("link", { name: link }).click();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
}

async function chooseRole(page: Page, role: string): Promise<void> {
  await page.goto("/reglages/equipe");
  await hydrated(page);
  await page.getByRole("link", { name: "Modifier le rôle de Jeanne Morel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(role, { exact: true }).click();
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByText("Rôle enregistré.").waitFor();
}

const focusOn = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.includes(wanted), text);

/** The head of every page names its société. */
const isIn = (page: Page, nom: string) =>
  page.getByRole("banner").getByText(nom, { exact: true }).waitFor();
