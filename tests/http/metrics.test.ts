import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shedLoad } from "#server/http/load-shedding";
import { aService, type Service } from "../support/a-service.ts";

const token = "t".repeat(32);
let service: Service;
beforeAll(async () => {
  service = await aService({ env: { METRICS_TOKEN: token } });
});
afterAll(() => service?.close());

const read = (authorization?: string) =>
  service.request("/metrics", { headers: authorization === undefined ? {} : { authorization } });

test("the metrics are for who holds the token, and count a fleet without naming it", async () => {
  for (const wrong of [undefined, "", "Bearer", `Bearer ${token}x`, `Basic ${token}`])
    expect((await read(wrong)).status).toBe(404);
  await service.doors.tenancy.provision({
    ...{ nom: "Boulangerie Martin", slug: "boulangerie-martin", at: 0 },
    admit: async () => null,
  });
  const text = await (await read(`Bearer ${token}`)).text();
  expect(text).toMatch(/^facturepro_societes 1$/m);
  expect(text).toMatch(/^facturepro_societes_unavailable 0$/m);
  expect(text).toMatch(/^# TYPE facturepro_requests_shed_total counter$/m);
  expect(text).not.toMatch(/facturepro_backup_age_seconds|boulangerie/); // none yet
  await service.doors.backups.save("asked");
  expect(await (await read(`Bearer ${token}`)).text()).toMatch(
    /^facturepro_backup_age_seconds 0$/m,
  );
});

test("beyond its bound the service says so at once, and serves again once there is room", async () => {
  const counts = { running: 0, answered: 0, shed: 0, shedAt: null };
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const app = new Hono();
  app.use(shedLoad(counts, 1));
  app.get("/", async (c) => {
    await held;
    return c.text("served");
  });
  const first = app.request("/");
  const refused = await app.request("/");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
  release();
  expect(await (await first).text()).toBe("served");
  expect((await app.request("/")).status).toBe(200);
  expect(counts).toMatchObject({ running: 0, answered: 2, shed: 1 });
});
