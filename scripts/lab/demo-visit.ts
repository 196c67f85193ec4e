import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { demoLogins } from "#server/demo/demo-logins";
import { demoCode } from "#server/demo/demo-second-factor";
import type { Who } from "./demo-pages.ts";
import { logIn } from "./log-in.ts";

/** Somebody of the demonstration in a browser of their own, signed in up to the last step. */
export async function demoVisit(
  browser: Browser,
  who: Who,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "fr-FR",
    reducedMotion: "reduce",
    ...options,
  });
  const known = demoLogins.find(
    ({ username }) => username === (who === "seuil" ? "operateur" : who),
  );
  if (!known) return context;
  const page = await context.newPage();
  if (who === "claire") await logIn(page, known);
  else await logIn(page, known, who === "nadia" ? "/choisir-societe" : "/connexion/second-facteur");
  if (who === "operateur") {
    await page.locator('input[name="code"]').fill(demoCode());
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/connexion"));
  }
  await page.close();
  return context;
}
