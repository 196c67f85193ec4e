import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aFurnishedVisitor, visitorPassword } from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("the IBAN changes with the password alone, and the journal says who changed it and from where", async () => {
  const { page, faults, username } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/reglages/societe");
  await hydrated(page);
  const paiement = page.getByRole("region", { name: "Paiement" });
  const iban = paiement.getByRole("textbox", { name: "IBAN" });
  await iban.fill("FR14 2004 1010 0505 0001 3M02 606");
  await paiement.getByLabel("Votre mot de passe").fill("pas le bon mot de passe");
  await paiement.getByRole("button", { name: "Enregistrer" }).click();
  await paiement.getByText(/Ce mot de passe n’est pas le vôtre/).waitFor();
  expect(await iban.inputValue()).toBe("FR14 2004 1010 0505 0001 3M02 606");
  await paiement.getByLabel("Votre mot de passe").fill(visitorPassword);
  await paiement.getByRole("button", { name: "Enregistrer" }).click();
  await paiement.getByText("Enregistré", { exact: false }).first().waitFor();

  await page.getByRole("link", { name: "Journal" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "a changé les coordonnées bancaires" });
  await line.getByText("Détail").click();
  await line.getByText("FR14…2606").waitFor();
  expect(await line.textContent()).toContain(username);
  expect(await line.textContent()).toMatch(/Chrome sur Linux, \S+/);
  await page.getByRole("link", { name: "Accès", exact: true }).click();
  await page.getByText(`${username} s’est connecté`).first().waitFor();
  await line.waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});
