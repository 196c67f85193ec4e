import { randomBytes } from "node:crypto";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import type { AppRouter } from "#server/api/root";
import { wire } from "#server/domain/wire";

/** `withVisites`: the guided visits are offered; otherwise the browser has answered « Plus tard ». */
export type VisitorOptions = BrowserContextOptions & { readonly withVisites?: boolean };

export type Visitor = Awaited<ReturnType<typeof aVisitor>>;

/** Slow machines are waited for; a condition that never comes fails well before the test's own limit. */
const patienceMs = 30_000;

/**
 * What the Content-Security-Policy of any page of any visitor has stopped since the last test. Whatever a journey looks
 * at, it fails on one of them; a test that provokes one takes it out.
 */
export const violations: string[] = [];

afterEach(() => {
  expect(violations.splice(0), "stopped by the Content-Security-Policy").toEqual([]);
});

/**
 * Somebody in front of their own browser: one page, the same API with the same cookies, and whatever went wrong that a
 * person would not see (`faults`: console errors, violations of the Content-Security-Policy, answers 500 and above).
 */
export async function aVisitor(
  browser: Browser,
  baseUrl: string,
  { withVisites, ...options }: VisitorOptions = {},
) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 860 },
    reducedMotion: "reduce",
    extraHTTPHeaders: { "fly-client-ip": anAddress() },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  await context.exposeBinding("noteViolation", (_, told: string) => violations.push(told));
  await context.addInitScript(listenToViolations);
  if (!withVisites) await context.addInitScript(putVisitesOff);
  const faults = watch(context);
  const page = await context.newPage();
  let societeId: string | null = null;
  const api = apiOf(context, baseUrl, () => societeId);
  const logIn = async (identifiant: string, password: string) => {
    await api.auth.login.mutate({ identifiant, password });
    societeId = (await api.auth.me.query())?.member?.societeId ?? null;
  };
  const choose = async (nom: string) => {
    const me = await api.auth.me.query();
    const chosen = me?.memberships.find((one) => one.nom === nom);
    if (!chosen) throw new Error(`no société ${nom} among theirs`);
    await api.auth.chooseSociete.mutate({ societeId: chosen.societeId });
    societeId = chosen.societeId;
  };
  /** The one their page believes to be on. */
  const societe = () => societeId;
  return { context, page, api, faults, logIn, choose, societe };
}

const anAddress = () => ["10", ...randomBytes(3)].join(".");

/** Runs in the page: guided visits were answered « Plus tard », unless the journey is about them. */
function putVisitesOff(): void {
  if (location.protocol.startsWith("http")) sessionStorage.setItem("visites-plus-tard", "oui");
}

/** Runs in the page, before any script of its own. */
function listenToViolations(): void {
  const { noteViolation } = globalThis as unknown as { noteViolation: (told: string) => void };
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, documentURI } = event;
    const where = `${documentURI} ${sourceFile ?? ""}:${lineNumber}`;
    noteViolation(`${effectiveDirective} stopped ${blockedURI} at ${where}`);
  });
}

/** Refusals (4xx) are part of the product: only what nobody asked for is a fault. */
function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("console", (message) => {
    const isRefusal = /the server responded with a status of 4\d\d/.test(message.text());
    if (/Content[- ]Security[- ]Policy/i.test(message.text())) violations.push(message.text());
    if (message.type() === "error" && !isRefusal) faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`exception: ${error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

function apiOf(context: BrowserContext, baseUrl: string, societe: () => string | null) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${baseUrl}/api/trpc`,
        transformer: wire,
        headers: () => {
          const societeId = societe();
          return {
            origin: baseUrl,
            "x-trpc-source": "test",
            ...(societeId && { "x-societe": societeId }),
          };
        },
        fetch: async (url, init) => {
          const answer = await context.request.fetch(String(url), {
            method: init?.method ?? "GET",
            headers: init?.headers as Record<string, string>,
            ...(typeof init?.body === "string" && { data: init.body }),
          });
          return new Response(await answer.text(), { status: answer.status() });
        },
      }),
    ],
  });
}

/** The page has its scripts: what is typed or clicked before would be the browser's own affair. */
export const hydrated = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );
