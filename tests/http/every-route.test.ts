import { afterAll, beforeAll, expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { createHttpApp } from "#server/http/http-app";
import {
  aService,
  hasPages,
  loadPages,
  type Service,
  serviceOrigin,
} from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";

let service: Service;
let societe: StaffedSociete;

beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Chemins");
});
afterAll(() => service?.close());

const expected = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** What every answer carries, whatever it answers. */
function expectGuarded(answer: Response, told: string): void {
  const { headers } = answer;
  expect(Object.fromEntries(headers), told).toMatchObject(expected);
  expect(headers.get("permissions-policy"), told).toContain("camera=()");
  expect(headers.get("content-security-policy"), told).toMatch(/default-src '(?:self|none)'/);
  expect(headers.get("content-security-policy"), told).not.toMatch(
    /script-src[^;]*'unsafe|script-src[^;]*\*/,
  );
  expect(headers.get("x-request-id"), told).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(headers.get("cache-control"), told).not.toBeNull();
  for (const name of ["x-powered-by", "server", "access-control-allow-origin"])
    expect(headers.get(name), `${told}: ${name}`).toBeNull();
}

const placed = (path: string) =>
  path
    .replace(/:\w+\{[^}]*style[^}]*\}+/g, "style.css")
    .replace(/:file\{[^}]*\}[^/]*\}?/g, `${"0".repeat(32)}.pdf`)
    .replace(/:\w+\??|\*/g, "0".repeat(32));

test.runIf(hasPages)(
  "every page of the build answers with its headers, signed in or not, as a page or as data",
  async () => {
    const { routes } = await loadPages();
    const pathOf = (id: string | undefined): string => {
      const route = id === undefined ? undefined : routes[id];
      return route ? `${pathOf(route.parentId)}/${route.path ?? ""}` : "";
    };
    const paths = new Set(
      Object.keys(routes).map((id) => placed(pathOf(id)).replace(/\/+/g, "/") || "/"),
    );
    expect(paths.size).toBeGreaterThan(25);
    const { cookie } = societe.staff.admin;
    for (const path of paths) {
      const data = `${path.replace(/\/$/, "")}.data`;
      for (const url of path === "/" ? [path] : [path, data]) {
        await expectGuardedAt(url, {});
        const answer = await expectGuardedAt(url, { cookie });
        if (answer.status === 200)
          expect(answer.headers.get("cache-control"), url).toMatch(/no-store/);
      }
    }
  },
);

async function expectGuardedAt(url: string, headers: Record<string, string>): Promise<Response> {
  const answer = await service.request(url, { headers, redirect: "manual" });
  await answer.arrayBuffer();
  expect(answer.status, url).toBeLessThan(500);
  expectGuarded(answer, url);
  return answer;
}

test("every other route of the service does too, with each method", async () => {
  const app = createHttpApp(service.doors, {
    mode: "production",
    remixBuild: hasPages ? loadPages : () => Promise.reject(new Error("pages are not built")),
  });
  const paths = new Set(app.routes.map(({ path }) => placed(path)));
  expect([...paths]).toEqual(
    expect.arrayContaining(["/sante", "/webhooks/stripe", "/factures.csv", "/marque/style.css"]),
  );
  for (const path of paths)
    for (const method of ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"]) {
      const answer = await service.request(path, {
        method,
        headers: { cookie: societe.staff.admin.cookie, origin: serviceOrigin },
        redirect: "manual",
      });
      await answer.arrayBuffer();
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      expectGuarded(answer, `${method} ${path}`);
    }
});

const refused: readonly (readonly [status: number, url: string, init: RequestInit])[] = [
  [403, "/api/trpc/auth.login", { method: "POST", body: "{}" }],
  [404, "/assets/n-existe-pas.js", {}],
  [404, "/assets/..%2f..%2fpackage.json", {}],
  [404, "/..%2f.env", {}],
  [404, "/.git/config", {}],
  [404, "/data/control.db", {}],
  [405, "/webhooks/stripe", {}],
  [400, "/webhooks/stripe", { method: "POST", body: "{}" }],
  [413, "/webhooks/stripe", { method: "POST", body: "x".repeat(300 * 1_024) }],
  [414, `/connexion?${"a".repeat(9_000)}`, {}],
];

test.runIf(hasPages).for(refused)("a refusal %i carries them as well (%s)", async (one) => {
  const [status, url, init] = one;
  const answer = await service.request(url, { redirect: "manual", ...init });
  expect(answer.status).toBe(status);
  expectGuarded(answer, url);
  expect(await answer.text()).not.toMatch(/node_modules|\bat \S+ \(|"dependencies"|APP_SECRET=/);
});

test("a failure shows its code and nothing of what failed", async () => {
  const app = createHttpApp(service.doors, {
    mode: "production",
    remixBuild: () => Promise.reject(new Error("SELECT secret FROM /data/societes/x.db")),
  });
  const answer = await app.request("/connexion", { headers: { host: "localhost" } });
  expect(answer.status).toBe(500);
  expectGuarded(answer, "500");
  const text = await answer.text();
  expect(text).toContain(answer.headers.get("x-request-id") ?? "none");
  expect(text).not.toMatch(/SELECT|societes|Error|\.ts|\.js/);
});

test.runIf(hasPages)("whatever Host a request names, no answer leads there", async () => {
  const evil = { host: "evil.example", "x-forwarded-host": "evil.example", origin: serviceOrigin };
  for (const url of ["/", "/connexion", "/factures", "/factures.csv", "/tarifs", "/n-existe-pas"]) {
    const answer = await service.request(url, { headers: evil, redirect: "manual" });
    const said = `${[...answer.headers].join("\n")}\n${await answer.text()}`;
    expect(answer.status).toBeLessThan(500);
    expect(said, url).not.toContain("evil.example");
  }
  const asked = await service.request("/api/trpc/auth.forgotPassword", {
    method: "POST",
    headers: { ...evil, "content-type": "application/json", "x-trpc-source": "test" },
    body: JSON.stringify({ json: { email: societe.staff.admin.email } }),
  });
  expect(asked.status).toBe(200);
  const mails = await service.doors.control.read((db) => db.select().from(outbox));
  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toContain("evil.example");
});
