import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/control/schema/users";
import { aService, hasPages, type Service, serviceOrigin } from "../support/a-service.ts";
import { headersOf } from "../support/trpc-wire.ts";

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service?.close());

const kilobyte = 1_024;
const accounts = () => service.doors.control.read((db) => db.$count(users));

const post = (path: string, body: BodyInit, type: string, more: Record<string, string> = {}) =>
  service.request(path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { ...headersOf({}), origin: serviceOrigin, "content-type": type, ...more },
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });

const json = "application/json";
const form = "application/x-www-form-urlencoded";

test.for([
  ["/api/trpc/auth.login", json, 1_024],
  ["/api/trpc/societe.setLogo", json, 3_072],
  ["/reglages/marque", form, 3_072],
  ["/connexion", form, 256],
  ["/n-existe-pas", form, 256],
] as const)("%s reads no body over its bound", async ([path, type, bound]) => {
  const over = "x".repeat(bound * kilobyte + 1);
  const refused = await post(path, over, type);
  expect(refused.status).toBe(413);
  expect(await refused.text()).not.toContain("xxx");
});

test("a body that does not say its length is bounded all the same", async () => {
  const chunk = new Uint8Array(64 * kilobyte).fill(0x20);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent++;
      if (sent > 200) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const refused = await post("/api/trpc/auth.login", endless, json);
  expect(refused.status).toBe(413);
  expect(sent).toBeLessThan(40);
});

test("a batch holds ten calls at most, and an eleventh runs none of them", async () => {
  const batch = (size: number) => {
    const path = Array.from({ length: size }, () => "auth.me").join();
    return service.request(`/api/trpc/${path}?batch=1&input={}`);
  };
  expect((await batch(10)).status).toBe(200);
  const refused = await batch(11);
  expect(refused.status).toBe(400);
  expect(await refused.text()).not.toContain('data":{"json":null');

  const registrations = Array.from({ length: 11 }, (_, i) => [
    i,
    {
      json: {
        nom_societe: `Société ${i}`,
        email: `a${i}@b.example`,
        username: `nom-${i}`,
        password: "agrafe-cheval-batterie-9",
      },
    },
  ]);
  const path = registrations.map(() => "auth.register").join();
  const body = JSON.stringify(Object.fromEntries(registrations));
  expect((await post(`/api/trpc/${path}?batch=1`, body, json)).status).toBe(400);
  expect(await accounts()).toBe(0);
});

test("log-ins of one batch are counted one by one", async () => {
  const braked = await aService({ withThrottles: true });
  try {
    const input = { json: { identifiant: "claire@b.example", password: "pas-le-bon-mot" } };
    const body = JSON.stringify(
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [i, input])),
    );
    const path = Array.from({ length: 10 }, () => "auth.login").join();
    const answer = await braked.request(`/api/trpc/${path}?batch=1`, {
      method: "POST",
      body,
      headers: { ...headersOf({}), origin: serviceOrigin, "content-type": json },
    });
    const text = await answer.text();
    expect(text.split("TOO_MANY_ATTEMPTS").length).toBeGreaterThan(3);
  } finally {
    await braked.close();
  }
});

test("paths of JavaScript's own lead nowhere", async () => {
  for (const path of [
    "__proto__",
    "constructor",
    "auth.__proto__",
    "auth.constructor",
    "toString",
  ]) {
    const answer = await service.request(`/api/trpc/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/native code|\bat \S+ \(/);
  }
});

test("a broken address or a broken body is refused, not failed", async () => {
  for (const path of [
    "/api/trpc/%",
    "/api/trpc/auth.me?input=%",
    "/api/trpc/",
    "/factures/%00.pdf",
  ])
    expect((await service.request(path)).status).toBeLessThan(500);
  for (const body of ["", "{", "null", "[", "\u0000"])
    expect((await post("/api/trpc/auth.login", body, json)).status).toBe(400);
});

test.runIf(hasPages)("a broken form is refused, not failed", async () => {
  const multipart = "multipart/form-data; boundary=x";
  const bodies: [string, string][] = [
    ["", form],
    ["_procedure=auth.login", form],
    ["_procedure=__proto__&x=%", form],
    ["_procedure=constructor", form],
    ["sans frontière", multipart],
    ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', multipart],
    ["texte", "text/plain"],
    ["{}", json],
    ["", ""],
  ];
  for (const [body, type] of bodies) {
    const answer = await post("/connexion", body, type);
    expect(answer.status, `${type} ${body}`).toBeGreaterThanOrEqual(400);
    expect(answer.status, `${type} ${body}`).toBeLessThan(500);
  }
});

test.runIf(hasPages)("the manifest of routes is not served piece by piece", async () => {
  expect((await service.request("/__manifest?p=/clients&version=x")).status).toBe(404);
});
