import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { parseQuantity, parseUnitPrice } from "#server/domain/amount";
import { aContentFor, aFurnishedVisitor, identite } from "../support/a-furnished-visitor.ts";
import { aVisitor, hydrated, violations } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Whichever of them ran would leave its mark on the page. */
const run = "window.isInjected=true";
const payloads = {
  element: `<img src=x onerror=${run}>`,
  script: `</script><script>${run}</script>`,
  attribute: `" autofocus onfocus="${run}" x="`,
  comment: `<!--<script>${run}//`,
} as const;

/** Hostile by every field a list, a page or the palette shows. */
async function aHostileVisitor() {
  const visitor = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { api } = visitor;
  await api.societe.updateIdentite.mutate({ ...identite, nom: `Vasseur ${payloads.script}` });
  const { clientId } = await api.clients.create.mutate({
    type: "professionnel",
    nom: `Lumière ${payloads.element}`,
    siren: "404833048",
    note: payloads.comment,
    address: {
      line1: payloads.script,
      line2: "",
      zip: "69003",
      city: payloads.attribute,
      country: "FR",
    },
  });
  const { produitId } = await api.produits.create.mutate({
    reference: payloads.attribute.slice(0, 30),
    designation: `Lumière ${payloads.script}`,
    description: payloads.element,
    unit: "C62",
    unitPriceHt: parseUnitPrice("100") ?? 0,
    rate: 2000,
    nature: "bien",
  });
  const sheet = aContentFor(clientId);
  const [ligne] = sheet.lignes;
  if (ligne?.kind !== "ligne") throw new Error("the sheet has a ligne");
  const content = {
    ...sheet,
    subject: `Lumière ${payloads.comment}`,
    note: payloads.script,
    lignes: [
      {
        ...ligne,
        designation: payloads.element,
        description: `${payloads.script}\n${payloads.comment}`,
        quantity: parseQuantity("2") ?? 0,
        produitId,
      },
    ],
  };
  const brouillon = await api.factures.draft.mutate({ content });
  const idempotencyKey = randomUUID();
  const issued = await api.factures.issueContent.mutate({ content, idempotencyKey });
  return { ...visitor, clientId, produitId, brouillonId: brouillon.factureId, issued };
}

/** Nothing typed became an element of the page, nor ran. */
async function expectOnlyText(page: Page, where: string): Promise<void> {
  const made = await page.evaluate(() => ({
    isInjected: "isInjected" in window,
    elements: document.querySelectorAll("[onerror], [onfocus], img[src=x]").length,
    withoutNonce: [...document.scripts].filter(({ nonce }) => nonce === "").length,
  }));
  expect(made, where).toEqual({ isInjected: false, elements: 0, withoutNonce: 0 });
}

test("what is typed is shown as it is, on every page, and nothing of it runs", async () => {
  const visitor = await aHostileVisitor();
  const { page, faults, clientId, produitId, brouillonId, issued } = visitor;
  const asked = Object.values(payloads).map(encodeURIComponent);
  const paths = [
    "/factures",
    "/clients",
    "/produits",
    `/clients/${clientId}`,
    `/clients/${clientId}/modifier`,
    `/produits/${produitId}`,
    `/factures/${brouillonId}/modifier`,
    `/factures/${issued.factureId}`,
    `/factures/${issued.factureId}?acte=avoir`,
    "/reglages/societe",
    "/tableau-de-bord",
    ...asked.flatMap((q) => [`/factures?q=${q}`, `/clients?q=${q}`, `/recherche?q=${q}`]),
    ...asked.map((q) => `/connexion?suite=${q}&identifiant=${q}`),
    ...asked.map((q) => `/n-existe-pas/${q}`),
  ];
  for (const path of paths) {
    await page.goto(path);
    if ((await page.locator("main").count()) > 0) await hydrated(page);
    await expectOnlyText(page, path);
  }
  await page.goto("/factures");
  await page.getByText(payloads.element).first().waitFor();
  expect(faults).toEqual([]);
});

test("nothing typed runs in the palette, in lists reached by a click, nor while one types", async () => {
  const { page, faults, clientId, brouillonId } = await aHostileVisitor();
  await page.goto("/factures");
  await hydrated(page);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await palette.getByRole("combobox").fill("lumi");
  await palette.getByRole("option", { name: payloads.element }).first().waitFor();
  await palette.getByRole("option", { name: payloads.script }).first().waitFor();
  await expectOnlyText(page, "palette");
  await palette.getByRole("combobox").fill(payloads.element);
  await expectOnlyText(page, "palette, typed");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Clients", exact: true }).first().click();
  await page.getByText(payloads.element).first().waitFor();
  await expectOnlyText(page, "clients, by a click");
  await page.goto(`/factures/${brouillonId}/modifier?client=${clientId}`);
  await hydrated(page);
  await page.getByLabel("Objet").first().fill(payloads.script);
  await expectOnlyText(page, "editor, typed");
  expect(faults).toEqual([]);
});

/** Ways a script gets into a page whose escaping failed, each leaving its own mark. */
const injected = `
  <script>window.ranInline = true</script>
  <script src="https://ailleurs.example/x.js"></script>
  <script src="data:text/javascript,window.ranData = true"></script>
  <img src="/n-existe-pas.png" onerror="window.ranAttribute = true">
  <base href="https://ailleurs.example/">
  <a id="injected" href="javascript:void(window.ranAddress = true)">ici</a>`;

test("a script sent within a page all the same is stopped by the policy, and told of", async () => {
  const { page } = await aVisitor(browser, inject("baseUrl"));
  await page.route("**/connexion", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</body>", `${injected}</body>`);
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/connexion");
  await page.locator("#injected").evaluate((link) => (link as HTMLAnchorElement).click());
  const stopped = [
    /script-src-elem stopped inline at/,
    /script-src-elem stopped https:..ailleurs/,
    /script-src-elem stopped data/,
    /script-src-attr stopped inline/,
    /base-uri stopped/,
    /JavaScript URL violates/,
  ];
  for (const one of stopped) await expect.poll(() => violations.join("\n")).toMatch(one);
  const ran = () => Object.keys(globalThis).filter((name) => /^ran[A-Z]/.test(name));
  expect(await page.evaluate(ran)).toEqual([]);
  violations.splice(0);
});
