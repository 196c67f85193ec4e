import { randomBytes } from "node:crypto";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { aDemoVisitor } from "../support/a-demo-visitor.ts";
import {
  aContentFor,
  aFurnishedVisitor,
  type FurnishedVisitor,
} from "../support/a-furnished-visitor.ts";
import { hydrated } from "../support/a-visitor.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { openLive } from "../support/open-live.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Promised within a second; test machines may be much slower than the one of the promise. */
const soon = { timeout: 5_000 };
const town = { line1: "1 quai des Arts", line2: "", zip: "86000", city: "Poitiers", country: "FR" };
/** Sorted before everybody, so that the first page of the list shows it. */
const aName = () => `A ${randomBytes(4).toString("hex")} Librairie`;

test("a colleague's new client and issued facture appear in the open lists, and in no other société", async () => {
  const claire = await aDemoVisitor(browser, inject("baseUrl"), "claire");
  const mona = await aDemoVisitor(browser, inject("baseUrl"), "mona");
  const stranger = await aFurnishedVisitor(browser, inject("baseUrl"));
  const heard = await listen(stranger.page);
  await openLive(claire.page, "/clients");
  await openLive(stranger.page, "/clients");

  const nom = aName();
  const { clientId } = await mona.api.clients.create.mutate({
    type: "professionnel",
    nom,
    siren: "404833048",
    address: town,
  });
  await claire.page.getByRole("link", { name: nom }).waitFor(soon);

  await openLive(claire.page, "/factures");
  const { factureId } = await mona.api.factures.draft.mutate({
    content: aContentFor(clientId),
  });
  const { number } = await mona.api.factures.issue.mutate({
    factureId,
    version: 1,
    idempotencyKey: randomBytes(16).toString("hex"),
  });
  await claire.page.getByText(number, { exact: true }).first().waitFor(soon);
  await hearsOnlyItsOwn(stranger, heard, { nom, clientId });
  expect([...claire.faults, ...mona.faults, ...stranger.faults]).toEqual([]);
});

/** The stranger's own next event comes, so what came before it had the time to come too. */
async function hearsOnlyItsOwn(
  { page, api }: FurnishedVisitor,
  heard: readonly string[],
  { nom, clientId: foreignId }: { readonly nom: string; readonly clientId: string },
): Promise<void> {
  const own = await api.clients.create.mutate({
    type: "particulier",
    nom: "Zoé Quentin",
    address: town,
  });
  await page.getByRole("link", { name: "Zoé Quentin" }).waitFor(soon);
  expect(await page.getByText(nom).count()).toBe(0);
  expect(heard.join("\n")).toContain(own.clientId);
  expect(heard.join("\n")).not.toContain(foreignId);
}

test("two colleagues on one brouillon see each other, and what both type at once is kept", async () => {
  const claire = await aDemoVisitor(browser, inject("baseUrl"), "claire");
  const mona = await aDemoVisitor(browser, inject("baseUrl"), "mona");
  const [row] = (await claire.api.clients.list.query({})).rows;
  const { factureId } = await claire.api.factures.draft.mutate({
    content: aContentFor(row?.id ?? ""),
  });
  for (const { page } of [claire, mona]) await openLive(page, `/factures/${factureId}/modifier`);
  const subject = (page: Page) => page.getByLabel("Objet");
  const note = (page: Page) => page.getByLabel("Note au client");
  await subject(mona.page).focus();
  await claire.page.getByText("Mona modifie ce brouillon").waitFor(soon);
  await note(claire.page).pressSequentially("Merci de votre confiance", { delay: 20 });
  await subject(mona.page).pressSequentially("Menuiseries", { delay: 20 });
  for (const { page } of [claire, mona]) {
    await expect.poll(() => subject(page).inputValue(), soon).toBe("Menuiseries");
    await expect.poll(() => note(page).inputValue(), soon).toBe("Merci de votre confiance");
    expect(await page.getByRole("dialog").count()).toBe(0);
  }
  await mona.page.getByRole("link", { name: "Factures" }).first().click();
  await claire.page.getByText(/^Mona /).waitFor({ ...soon, state: "detached" });
  await claire.api.factures.discard.mutate({ factureId });
});

test("logging out in another tab closes the stream, and leaves none of one's brouillons on the device", async () => {
  const { page, context, api, clientId } = await aFurnishedVisitor(browser, inject("baseUrl"));
  const { factureId } = await api.factures.draft.mutate({ content: aContentFor(clientId) });
  const stream = (await openLive(page, "/clients")).request();
  const closed = endOf(page, stream);
  const other = await context.newPage();
  other.on("dialog", (dialog) => void dialog.accept());
  await other.route(/factures\.update/, (route) => route.abort());
  await other.goto(`/factures/${factureId}/modifier`);
  await hydrated(other);
  const somebodyElse = "facturepro.brouillon.someone.else";
  await other.evaluate((key) => localStorage.setItem(key, "{}"), somebodyElse);
  await other.getByLabel("Objet").fill("Jamais enregistré");
  const kept = () =>
    other.evaluate(() => Object.keys(localStorage).filter((k) => /brouillon/.test(k)));
  await expect.poll(kept, soon).toHaveLength(2);
  await other.getByRole("button", { name: /Administration/ }).click();
  await other.getByRole("button", { name: "Se déconnecter" }).click();
  await other.waitForURL(/\/connexion/);
  expect(await kept()).toEqual([somebodyElse]);
  await closed;
  await expect(api.clients.list.query({})).rejects.toMatchObject({
    data: { refusal: "SESSION_REQUIRED" },
  });
});

/** The server says it is over, then ends it: the page that hears the first hangs up, and may be faster than the second. */
function endOf(page: Page, stream: Request): Promise<Request> {
  const predicate = (request: Request) => request === stream;
  return Promise.race([
    page.waitForEvent("requestfinished", { predicate }),
    page.waitForEvent("requestfailed", { predicate }),
  ]);
}

/** Every event the page is sent, as it came. */
async function listen(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  await page.exposeFunction("hear", (data: string) => heard.push(data));
  await page.addInitScript(() => {
    const Native = window.EventSource;
    window.EventSource = class extends Native {
      constructor(url: string | URL, init?: EventSourceInit) {
        super(url, init);
        this.addEventListener("message", ({ data }) => {
          (window as unknown as { hear: (data: string) => void }).hear(String(data));
        });
      }
    };
  });
  return heard;
}
