import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { currentTotp } from "#server/auth/totp";
import { demoLogins } from "#server/demo/demo-logins";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const password = "agrafe-cheval-batterie-9";

/** The secret a page shows to be typed, as the authenticator keeps it. */
function secretOf(typed: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...typed.replace(/\s/g, "")]
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))).toString("base64url");
}

async function typeLogin(page: Page, username: string) {
  await page.goto("/connexion");
  await hydrated(page);
  await page.getByLabel("Identifiant ou e-mail").fill(username);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL(/second-facteur/);
  await hydrated(page);
}

async function logOut(page: Page) {
  await page.context().clearCookies();
}

/** A device that makes and uses passkeys without being asked (WebAuthn virtual authenticator). */
async function aDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test("an account is protected by a telephone, recovery codes and a passkey, and closes a session left elsewhere", async () => {
  const visitor = await aVisitor(browser, inject("baseUrl"));
  const { page, api, faults } = visitor;
  const username = `protege-${Date.now().toString(36)}`;
  await api.auth.register.mutate({
    nom_societe: "Vannerie Osier",
    email: `${username}@osier.example`,
    username,
    password,
  });
  await visitor.logIn(username, password);

  await page.goto("/compte/second-facteur");
  await hydrated(page);
  await page.getByLabel("Votre mot de passe actuel").fill(password);
  await page.getByRole("button", { name: "Commencer" }).click();
  const secret = secretOf((await page.locator(".compte-cle").textContent()) ?? "");
  const code = currentTotp(secret, Date.now());
  await page.getByLabel("Code affiché par l’application").fill("000000");
  await page.getByRole("button", { name: "Activer la double authentification" }).click();
  await page.getByText("Ce code n’est pas le bon", { exact: false }).first().waitFor();
  await page.getByLabel("Code affiché par l’application").fill(code);
  await page.getByRole("button", { name: "Activer la double authentification" }).click();
  await page.getByRole("heading", { name: "Vos codes de secours" }).waitFor();
  const codes = await page.locator(".compte-codes code").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "J’ai noté ces codes" }).click();
  await page.getByText("Il vous reste 10 codes de secours.").waitFor();

  await logOut(page);
  await typeLogin(page, username);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.getByText("Ce code n’est pas le bon", { exact: false }).first().waitFor();
  await page.getByLabel("Code", { exact: true }).fill(currentTotp(secret, Date.now() + 30_000));
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL("**/tableau-de-bord");

  await logOut(page);
  await typeLogin(page, username);
  await page.getByLabel("Code", { exact: true }).fill((codes[0] ?? "").toLowerCase());
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL("**/tableau-de-bord");

  await aDevice(page);
  await page.goto("/compte");
  await hydrated(page);
  await page.getByText("Il vous reste 9 codes de secours.").waitFor();
  const keys = page.locator("#cles");
  await keys.getByText("Ajouter une clé d’accès").first().click();
  await keys.getByLabel("Nom de la clé").fill("Téléphone");
  await keys.getByLabel("Votre mot de passe actuel").fill(password);
  await keys.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
  await page.getByText("Clé d’accès ajoutée.").waitFor();

  await logOut(page);
  await page.goto("/connexion");
  await hydrated(page);
  await page.getByRole("button", { name: "Se connecter avec une clé d’accès" }).click();
  await page.waitForURL("**/tableau-de-bord");
  await logOut(page);
  await typeLogin(page, username);
  await page.getByRole("button", { name: "Utiliser une clé d’accès" }).click();
  await page.waitForURL("**/tableau-de-bord");

  await page.goto("/compte");
  await hydrated(page);
  const sessions = page.locator("#sessions");
  await sessions.getByText("Cette session").waitFor();
  const before = await sessions.locator("li").count();
  expect(before).toBeGreaterThan(1);
  await sessions
    .getByRole("button", { name: /^Fermer la session/ })
    .first()
    .click();
  await page.getByText("Session fermée.").waitFor();
  await expect.poll(() => sessions.locator("li").count()).toBe(before - 1);
  expect(faults).toEqual([]);
});

test("without JavaScript the code of the demonstration's operator opens the console", async () => {
  const { page } = await aVisitor(browser, inject("baseUrl"), { javaScriptEnabled: false });
  const operator = demoLogins.find(({ username }) => username === "operateur");
  await page.goto("/connexion?suite=/console/editeur");
  await page.getByLabel("Identifiant ou e-mail").fill("operateur");
  await page.getByLabel("Mot de passe", { exact: true }).fill(operator?.password ?? "");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  const shown = await page.getByText("Démonstration", { exact: false }).last().textContent();
  await page.getByLabel("Code", { exact: true }).fill(/\d{6}/.exec(shown ?? "")?.[0] ?? "");
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL("**/console/editeur");
});
