import type { Browser, Page } from "playwright-core";
import { demoPages, type Visited, type Who } from "./demo-pages.ts";
import { demoVisit } from "./demo-visit.ts";

type Thing = { readonly who: Who; readonly list: string; readonly opens: RegExp };

/** The first of each kind that has an address of its own: where it is listed, and how its address begins. */
const things: Readonly<Record<string, Thing>> = {
  facture: { who: "claire", list: "/factures?vue=en_retard", opens: /^\/factures\/([0-9a-f]{32})/ },
  brouillon: {
    who: "claire",
    list: "/factures?vue=brouillons",
    opens: /^\/factures\/([0-9a-f]{32})/,
  },
  client: { who: "claire", list: "/clients", opens: /^\/clients\/([0-9a-f]{32})/ },
  produit: { who: "claire", list: "/produits", opens: /^\/produits\/([0-9a-f]{32})/ },
  courriel: { who: "personne", list: "/boite-aux-lettres", opens: /^\/boite-aux-lettres\/([^/]+)/ },
  societe: {
    who: "operateur",
    list: "/console/societes",
    opens: /^\/console\/societes\/([0-9a-f]{32})/,
  },
  offre: {
    who: "operateur",
    list: "/console/plans",
    opens: /^\/console\/plans\/(?!nouvelle)([^/]+)/,
  },
};

/** The pages of the demonstration whose name matches `only`, at the addresses of this service. */
export async function visitedPages(
  browser: Browser,
  baseURL: string,
  only: string,
): Promise<readonly Visited[]> {
  const ids = new Map<string, string>();
  for (const who of ["claire", "operateur", "personne"] as const) {
    const context = await demoVisit(browser, who, { baseURL });
    const page = await context.newPage();
    for (const [name, thing] of Object.entries(things))
      if (thing.who === who) ids.set(name, await firstIn(page, thing));
    await context.close();
  }
  return demoPages
    .filter(({ name }) => new RegExp(only).test(name))
    .map((one) => ({ ...one, path: one.path.replace(/:(\w+)/, (_, name) => ids.get(name) ?? "") }));
}

/** A service that has just started lists its sociétés after some seconds. */
const tries = 30;

async function firstIn(page: Page, { list, opens }: Thing): Promise<string> {
  let paths: readonly string[] = [];
  for (let left = tries; left > 0; left--) {
    await page.goto(list);
    paths = await page
      .locator("main a[href]")
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    const id = paths.map((path) => opens.exec(path)?.[1]).find((found) => found !== undefined);
    if (id !== undefined) return id;
    await page.waitForTimeout(1_000);
  }
  throw new Error(`nothing to open in ${page.url()}, which leads to ${paths.join(" ")}`);
}
