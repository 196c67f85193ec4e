import { afterAll, beforeAll, expect, test } from "vitest";
import { furnish } from "../isolation/furnish.ts";
import { anIssuedFacture } from "../isolation/issue.ts";
import { aService, hasPages, type Service, serviceOrigin } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { headersOf } from "../support/trpc-wire.ts";

let service: Service;
let secure: Service;
let societe: StaffedSociete;
let factureId: string;

beforeAll(async () => {
  service = await aService();
  secure = await aService({ env: { APP_ORIGIN: "https://facturepro.example" } });
  societe = await aStaffedSociete(service, "Entetes");
  await furnish(societe);
  ({ factureId } = await anIssuedFacture(societe));
});

afterAll(async () => {
  await service?.close();
  await secure?.close();
});

type Route = {
  readonly url: string;
  readonly signedIn?: boolean;
  /** What a cache may do with it. */
  readonly cache?: RegExp;
  readonly status?: number;
  readonly page?: boolean;
  readonly init?: RequestInit;
};

const routes: readonly Route[] = [
  { url: "/sante" },
  { url: "/sante/pret" },
  { url: "/", page: true },
  { url: "/connexion", page: true },
  { url: "/inscription", page: true },
  { url: "/n-existe-pas", page: true, status: 404 },
  { url: "/connexion.data", page: true },
  { url: "/clients", page: true, signedIn: true },
  { url: "/clients.data", page: true, signedIn: true },
  { url: "/factures", page: true, signedIn: true },
  { url: "/reglages/societe", page: true, signedIn: true },
  { url: "/api/trpc/auth.me" },
  { url: "/api/trpc/societe.get", signedIn: true },
  { url: "/api/trpc/societe.get", status: 401 },
  { url: "/api/trpc/n.existe", status: 404 },
  { url: "/api/trpc/clients.get?input=%7B", signedIn: true, status: 400 },
  { url: "/api/trpc/journal.live", signedIn: true },
  { url: "/marque/style.css", signedIn: true, cache: /private, no-cache/ },
  { url: "/marque/logo.png", signedIn: true, cache: /private, no-cache/ },
  { url: "/marque/style.css", status: 204, cache: /no-store|no-cache/ },
  { url: "/factures/:id.pdf", signedIn: true },
  { url: "/factures/:id.xml", signedIn: true },
  { url: "/factures/:id.xml", status: 303 },
  { url: `/factures/${"0".repeat(32)}.pdf`, signedIn: true, status: 404 },
  { url: "/connexion", init: { method: "POST" }, status: 403 },
  { url: "/api/trpc/auth.login", init: { method: "POST" }, status: 403 },
];

const present = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

const named = routes.map((route) => {
  const who = route.signedIn ? "signed in" : "a visitor";
  return { ...route, name: `${route.init?.method ?? "GET"} ${route.url}, ${who}` };
});

async function ask({ url, signedIn, init = {} }: Route, of: Service = service) {
  const { cookie } = societe.staff.admin;
  const headers = signedIn ? headersOf({ cookie, societe: societe.id }) : {};
  const leaving = new AbortController();
  const answer = await of.request(url.replace(":id", factureId), {
    redirect: "manual",
    signal: leaving.signal,
    ...init,
    headers,
  });
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
  const body = isStream ? "" : await answer.text();
  leaving.abort();
  return { answer, body, headers: answer.headers };
}

test.for(named.filter(({ page }) => !page || hasPages))("$name: headers", async (route) => {
  const { answer, headers } = await ask(route);
  expect(answer.status).toBe(route.status ?? 200);
  expect(Object.fromEntries(headers)).toMatchObject(present);
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("server")).toBeNull();
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect(headers.get("x-request-id")).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(headers.get("strict-transport-security")).toBeNull();
  expect(headers.get("cache-control")).toMatch(route.cache ?? /no-store/);
  expect(headers.get("content-security-policy")).toMatch(/default-src '(?:self|none)'/);
});

test("over https, browsers are told to come back over https", async () => {
  for (const url of ["/sante", "/api/trpc/auth.me", "/marque/style.css"]) {
    const { headers } = await ask({ url }, secure);
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  }
});

test.runIf(hasPages)("every script of a page bears the nonce of its own answer", async () => {
  const seen = new Set<string>();
  for (const url of ["/connexion", "/clients", "/n-existe-pas"]) {
    const { body, headers } = await ask({ url, signedIn: url === "/clients" });
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([^']{20,})' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
    const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    seen.add(nonce);
  }
  expect(seen.size).toBe(3);
});

test.runIf(hasPages)(
  "no page carries a style or a handler the policy would have to excuse",
  async () => {
    for (const url of ["/connexion", "/clients", "/factures"]) {
      const { body } = await ask({ url, signedIn: url !== "/connexion" });
      expect(body).not.toMatch(/<[a-z][^>]*\son[a-z]+="/i);
      expect(body).not.toMatch(/href="javascript:/i);
    }
  },
);

test("a document served to a browser may run nothing", async () => {
  for (const format of ["pdf", "xml"]) {
    const { headers } = await ask({ url: `/factures/:id.${format}?voir=1`, signedIn: true });
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(headers.get("content-disposition")).toMatch(
      /^(?:inline|attachment); filename="[\w.+-]+"; filename\*=UTF-8''[\w.+-]+$/,
    );
  }
});

test.runIf(hasPages)("a file named by its content is kept for ever, and by anybody", async () => {
  const { body } = await ask({ url: "/connexion" });
  const asset = /"(\/assets\/[^"]+\.js)"/.exec(body)?.[1] ?? "";
  const { answer, headers } = await ask({ url: asset });
  expect(answer.status).toBe(200);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("set-cookie")).toBeNull();
});

test("the session's cookie is out of reach of scripts and of other sites", async () => {
  const send = (of: Service, origin: string) =>
    of.request("/api/trpc/auth.logout", {
      method: "POST",
      body: "{}",
      headers: { ...headersOf({}), origin, "content-type": "application/json" },
    });
  const plain = (await send(service, serviceOrigin)).headers.get("set-cookie");
  expect(plain).toMatch(/^session=;.*HttpOnly.*SameSite=Lax/);
  const https = (await send(secure, "https://facturepro.example")).headers.get("set-cookie");
  expect(https).toMatch(/^__Host-session=;.*HttpOnly/);
  expect(https).toMatch(/Path=\//);
  expect(https).toMatch(/SameSite=Lax/);
  expect(https).toMatch(/Secure/);
  expect(https).not.toMatch(/Domain/);
});
