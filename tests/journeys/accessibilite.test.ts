import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aDemoVisitor } from "../support/a-demo-visitor.ts";
import {
  aFurnishedVisitor,
  aUsername,
  type FurnishedVisitor,
} from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated } from "../support/a-visitor.ts";
import { invitationMailedTo } from "../support/invitation-mailed-to.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { objections } from "../support/objections.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Each page in both themes and both sizes, in turn: `npm run axe` looks at all of them in each. */
const looks = [
  [
    { theme: "clair", width: 1280, height: 860 },
    { theme: "sombre", width: 390, height: 844 },
  ],
  [
    { theme: "sombre", width: 1280, height: 860 },
    { theme: "clair", width: 390, height: 844 },
  ],
] as const;
/** A pale, a dark and a garish one. */
const brands = ["#f2e9a8", "#0a0a12", "#ff00e6"];
let turn = 0;

test("public pages are accessible, light and dark, on a desk and on a phone", async () => {
  const { page } = await aVisitor(browser, inject("baseUrl"), { bypassCSP: true });
  const paths = [
    "/",
    "/fonctionnalites",
    "/tarifs",
    "/tarifs?rythme=an",
    "/inscription",
    "/connexion",
    "/mot-de-passe-oublie",
    "/boite-aux-lettres",
    `/reinitialiser/${"A".repeat(43)}`,
    `/verifier-adresse/${"A".repeat(43)}`,
    `/confirmer-adresse/${"A".repeat(43)}`,
  ];
  const found: string[] = [];
  for (const path of paths) found.push(...(await look(page, path)));
  expect(found).toEqual([]);
});

test("the choice of a société is accessible", async () => {
  const { page } = await aDemoVisitor(browser, inject("baseUrl"), "nadia", { bypassCSP: true });
  expect(await look(page, "/choisir-societe")).toEqual([]);
});

test("signed-in pages are accessible in three brands, light and dark, on a desk and on a phone", async () => {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"), { bypassCSP: true });
  const found: string[] = [];
  const paths = await pathsOf(visitor);
  const share = Math.ceil(paths.length / brands.length);
  for (const [rank, accent] of brands.entries()) {
    const drawn = {
      template: "sobre",
      second: "#39ff14",
      window: "right",
      police: "inter",
    } as const;
    await visitor.api.societe.updateMarque.mutate({ ...drawn, accent });
    for (const path of paths.slice(rank * share, (rank + 1) * share))
      found.push(...(await look(visitor.page, path)));
  }
  expect(found).toEqual([]);
});

test("an invitation is accessible, to be answered or no longer valid", async () => {
  const baseUrl = inject("baseUrl");
  const { api } = await aFurnishedVisitor(browser, baseUrl);
  const { page } = await aVisitor(browser, baseUrl, { bypassCSP: true });
  const email = await invited(api);
  const found = [
    ...(await look(page, await invitationMailedTo(page, email))),
    ...(await look(page, `/invitation/${"A".repeat(43)}`)),
  ];
  expect(found).toEqual([]);
});

/** Every signed-in page, each with something on it. */
async function pathsOf({ api, clientId, aBrouillon }: FurnishedVisitor): Promise<string[]> {
  const { produitId } = await api.produits.create.mutate({
    designation: "Pose sur site",
    unit: "HUR",
    unitPriceHt: 52_000_000,
    rate: 2000,
    nature: "service",
  });
  const { factureId } = await aBrouillon();
  const draft = await aBrouillon();
  await api.factures.issue.mutate({ factureId, version: 1, idempotencyKey: `essai-${factureId}` });
  return [
    "/tableau-de-bord",
    "/factures",
    `/factures/${factureId}/avoir?tout=1`,
    "/factures?q=introuvable",
    `/factures/${factureId}`,
    `/factures/${factureId}?acte=reglement`,
    `/factures/${factureId}?acte=avoir`,
    `/factures/${draft.factureId}/modifier`,
    "/clients",
    "/clients/nouveau",
    `/clients/${clientId}`,
    `/clients/${clientId}/modifier`,
    "/produits",
    "/produits/nouveau",
    `/produits/${produitId}`,
    "/recherche?q=pose",
    "/reglages/societe",
    "/reglages/marque",
    "/reglages/abonnement",
    "/reglages/journal",
    "/reglages/messages",
    "/reglages/securite",
    "/compte",
    "/compte/second-facteur",
    "/compte/codes-de-secours",
    "/compte/donnees",
    "/reglages/donnees",
    ...(await pathsOfEquipe(api)),
    "/page-inconnue",
  ];
}

async function invited(api: FurnishedVisitor["api"]): Promise<string> {
  const email = `${aUsername()}@exemple.example`;
  const rights = { mayIssue: true, maySeeOthersAmounts: true, mayExport: false };
  await api.equipe.invite.mutate({ email, role: "employe", ...rights });
  return email;
}

/** The team with somebody awaited, each of its dialogues, and the way out. */
async function pathsOfEquipe(api: FurnishedVisitor["api"]): Promise<string[]> {
  await invited(api);
  const [member] = (await api.equipe.get.query()).members;
  const acts = ["inviter", "modifier", "retirer"];
  return [
    "/reglages/equipe",
    ...acts.map((acte) => `/reglages/equipe?acte=${acte}&membre=${member?.userId}`),
    "/quitter",
  ];
}

/** What is wrong with a page in two looks, and whether it overflows the narrowest phone. */
async function look(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  await page.goto(path);
  for (const { theme, width, height } of looks[turn++ % 2] ?? []) {
    await page.setViewportSize({ width, height });
    await page.evaluate((value) => {
      document.documentElement.dataset["theme"] = value;
    }, theme);
    const wrong = await objections(page);
    found.push(...wrong.map((one) => `${path} ${theme} ${width}: ${one}`));
  }
  await page.setViewportSize({ width: 360, height: 780 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) found.push(`${path} 360: ${overflow} px too wide`);
  return found;
}

test("the keyboard alone skips to the content, shows where it is, and finds a page", async () => {
  const { page, faults } = await aFurnishedVisitor(browser, inject("baseUrl"));
  await page.goto("/clients");
  await hydrated(page);
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  expect(await focused()).toBe("Aller au contenu");
  expect(await ringOf(page)).toMatch(/^solid/);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("contenu");

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("lumi");
  await palette.getByRole("option", { name: /^Brasserie Lumière/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Brasserie Lumière", level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await palette.waitFor();
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "hidden" });
  expect(faults).toEqual([]);
});

const ringOf = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
    return `${outlineStyle} ${outlineWidth}`;
  });
