import type { Page } from "playwright-core";

/** By the form, as people do; the page asked for is where it leads. */
export async function logIn(
  page: Page,
  { username, password }: { readonly username: string; readonly password: string },
  suite = "/tableau-de-bord",
): Promise<void> {
  await page.goto(`/connexion?suite=${encodeURIComponent(suite)}`);
  await page.locator('input[name="identifiant"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("button", { name: "Se connecter", exact: true }).click();
  await page.waitForURL((url) => url.pathname === suite);
}
