import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { demoLogins } from "#server/demo/demo-logins";
import { demoCode } from "#server/demo/demo-second-factor";
import { logIn } from "./log-in.ts";

export type Who = "personne" | "claire" | "nadia" | "operateur";

type Visited = { readonly who: Who; readonly name: string; readonly path: string };

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
  const known = demoLogins.find(({ username }) => username === who);
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

const stale = "A".repeat(43);

const fixed: readonly Visited[] = [
  { who: "personne", name: "accueil", path: "/" },
  { who: "personne", name: "tarifs", path: "/tarifs" },
  { who: "personne", name: "inscription", path: "/inscription" },
  { who: "personne", name: "connexion", path: "/connexion" },
  { who: "personne", name: "connexion-societe", path: "/connexion/atelier-lenoir" },
  { who: "personne", name: "mot-de-passe-oublie", path: "/mot-de-passe-oublie" },
  { who: "personne", name: "reinitialiser", path: `/reinitialiser/${stale}` },
  { who: "personne", name: "verifier-adresse", path: `/verifier-adresse/${stale}` },
  { who: "personne", name: "confirmer-adresse", path: `/confirmer-adresse/${stale}` },
  { who: "personne", name: "invitation", path: `/invitation/${stale}` },
  { who: "personne", name: "boite-aux-lettres", path: "/boite-aux-lettres" },
  { who: "nadia", name: "choisir-societe", path: "/choisir-societe" },
  { who: "claire", name: "tableau-de-bord", path: "/tableau-de-bord" },
  { who: "claire", name: "factures", path: "/factures" },
  { who: "claire", name: "factures-aucun-resultat", path: "/factures?q=introuvable" },
  { who: "claire", name: "clients", path: "/clients" },
  { who: "claire", name: "client-nouveau", path: "/clients/nouveau" },
  { who: "claire", name: "produits", path: "/produits" },
  { who: "claire", name: "produit-nouveau", path: "/produits/nouveau" },
  { who: "claire", name: "recherche", path: "/recherche?q=pose" },
  { who: "claire", name: "reglages-societe", path: "/reglages/societe" },
  { who: "claire", name: "reglages-marque", path: "/reglages/marque" },
  { who: "claire", name: "reglages-abonnement", path: "/reglages/abonnement" },
  { who: "claire", name: "reglages-equipe", path: "/reglages/equipe" },
  { who: "claire", name: "reglages-equipe-inviter", path: "/reglages/equipe?acte=inviter" },
  { who: "claire", name: "reglages-journal", path: "/reglages/journal" },
  { who: "claire", name: "reglages-messages", path: "/reglages/messages" },
  { who: "claire", name: "reglages-securite", path: "/reglages/securite" },
  { who: "claire", name: "reglages-donnees", path: "/reglages/donnees" },
  { who: "claire", name: "compte", path: "/compte" },
  { who: "claire", name: "compte-second-facteur", path: "/compte/second-facteur" },
  { who: "claire", name: "compte-codes", path: "/compte/codes-de-secours" },
  { who: "claire", name: "compte-donnees", path: "/compte/donnees" },
  { who: "claire", name: "quitter", path: "/quitter" },
  { who: "claire", name: "page-inconnue", path: "/page-inconnue" },
  { who: "operateur", name: "console-societes", path: "/console/societes" },
  { who: "operateur", name: "console-journal", path: "/console/journal" },
  { who: "operateur", name: "console-editeur", path: "/console/editeur" },
  { who: "operateur", name: "console-sante", path: "/console/sante" },
  { who: "operateur", name: "console-stripe", path: "/console/stripe" },
];

/** Every page of the product on the demonstration: those above, and one of each kind that has an id in its address. */
export async function demoPages(browser: Browser, baseURL: string): Promise<readonly Visited[]> {
  const claire = await demoVisit(browser, "claire", { baseURL });
  const page = await claire.newPage();
  const facture = await firstIn(page, "/factures?vue=en_retard", "/factures/");
  const draft = await firstIn(page, "/factures?vue=brouillons", "/factures/");
  const client = await firstIn(page, "/clients", "/clients/");
  const produit = await firstIn(page, "/produits", "/produits/");
  await claire.close();
  const operateur = await demoVisit(browser, "operateur", { baseURL });
  const societe = await firstIn(
    await operateur.newPage(),
    "/console/societes",
    "/console/societes/",
  );
  await operateur.close();
  return [
    ...fixed,
    { who: "claire", name: "facture", path: facture },
    { who: "claire", name: "facture-reglement", path: `${facture}?acte=reglement` },
    { who: "claire", name: "facture-avoir", path: `${facture}?acte=avoir` },
    { who: "claire", name: "facture-avoir-partiel", path: `${facture}/avoir?tout=1` },
    { who: "claire", name: "brouillon", path: `${draft.replace(/\/modifier$/, "")}/modifier` },
    { who: "claire", name: "client", path: client },
    { who: "claire", name: "client-modifier", path: `${client}/modifier` },
    { who: "claire", name: "produit", path: produit },
    { who: "operateur", name: "console-societe", path: societe },
  ];
}

/** Where the first row of a list leads. */
async function firstIn(page: Page, list: string, prefix: string): Promise<string> {
  await page.goto(list);
  const paths = await page
    .locator("main a[href]")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  const found = paths.find((path) => /[0-9a-f]{32}/.test(path) && path.startsWith(prefix));
  if (found === undefined) throw new Error(`nothing to open in ${list}`);
  return found;
}
