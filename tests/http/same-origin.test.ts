import { afterAll, beforeAll, expect, test } from "vitest";
import { aService, hasPages, type Service, serviceOrigin } from "../support/a-service.ts";

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service?.close());

type From = { readonly origin?: string; readonly "sec-fetch-site"?: string };

const ours: readonly From[] = [
  { origin: serviceOrigin },
  { origin: serviceOrigin, "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-origin" },
];
const elsewhere: readonly From[] = [
  {},
  { origin: "null" },
  { origin: "" },
  { origin: "https://evil.example" },
  { origin: "https://localhost" },
  { origin: "http://localhost:8080" },
  { origin: "http://localhost.evil.example" },
  { origin: "http://LOCALHOST" },
  { origin: `${serviceOrigin}/` },
  { origin: `${serviceOrigin}, https://evil.example` },
  { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "none" },
];

const json = { "content-type": "application/json", "x-trpc-source": "test" };
const call = (from: From, more: RequestInit = {}) =>
  service.request("/api/trpc/auth.logout", {
    method: "POST",
    body: "{}",
    ...more,
    headers: { ...json, ...from, ...more.headers },
  });
const form = (path: string, from: From) =>
  service.request(path, {
    method: "POST",
    body: "theme=sombre&retour=/",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...from },
  });

test.for(ours)("a page of ours may write: %o", async (from) => {
  expect((await call(from)).status).toBe(200);
  if (hasPages) expect((await form("/apparence", from)).status).toBe(303);
});

test.for(elsewhere)("nobody else may: %o", async (from) => {
  const refused = await call(from);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ error: { message: "FORBIDDEN" } });
  expect(refused.headers.get("set-cookie")).toBeNull();
  for (const path of ["/apparence", "/connexion", "/sante", "/factures/x.pdf", "/n-existe-pas"])
    expect((await form(path, from)).status).toBe(403);
});

test.for(["PUT", "PATCH", "DELETE"])("%s is writing too", async (method) => {
  const answer = await call({ origin: "https://evil.example" }, { method });
  expect(answer.status).toBe(403);
});

test("the Host a request comes with decides nothing", async () => {
  const answer = await call(
    { origin: "https://evil.example" },
    { headers: { host: "evil.example" } },
  );
  expect(answer.status).toBe(403);
});

test("another site may not open a live stream, nor read through the API", async () => {
  for (const path of ["journal.live", "auth.me"]) {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await service.request(`/api/trpc/${path}`, { headers })).status).toBe(403);
  }
  const fromALink = { headers: { "sec-fetch-site": "cross-site" } };
  if (hasPages) expect((await service.request("/connexion", fromALink)).status).toBe(200);
});

test.for([
  "multipart/form-data; boundary=x",
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/octet-stream",
  "application/jsonx",
  "",
])("the API reads JSON only, not « %s »", async (type) => {
  const headers = { "content-type": type };
  expect((await call({ origin: serviceOrigin }, { headers })).status).toBe(415);
});

test("the API wants a header no plain form can send", async () => {
  const headers = { origin: serviceOrigin, "content-type": "application/json" };
  const init = { method: "POST", body: "{}", headers };
  expect((await service.request("/api/trpc/auth.logout", init)).status).toBe(415);
});

test("a mutation is never a GET, and a query never a write", async () => {
  const login = await service.request('/api/trpc/auth.login?input={"json":{}}', { headers: json });
  expect(login.status).toBe(405);
  const batch = await service.request("/api/trpc/auth.me,auth.logout?batch=1&input={}");
  expect(batch.status).toBe(400);
  expect(batch.headers.get("set-cookie")).toBeNull();
});

test.for(["TRACE", "TRACK", "CONNECT"])("%s is refused everywhere", async (method) => {
  for (const path of ["/", "/api/trpc/auth.me", "/marque/style.css"]) {
    const request = { method, url: `${serviceOrigin}${path}` };
    expect(await statusOf(request)).toBe(405);
  }
});

/** `Request` itself refuses these methods: the app is asked behind it. */
async function statusOf({ method, url }: { method: string; url: string }): Promise<number> {
  const request = new Proxy(new Request(url, { headers: { host: "localhost" } }), {
    get: (target, key) => {
      if (key === "method") return method;
      const value = Reflect.get(target, key) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return (await service.fetch(request)).status;
}

test.runIf(hasPages)("a page that does not write refuses to be written to", async () => {
  const answer = await form("/n-existe-pas", { origin: serviceOrigin });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});
