import { afterAll, beforeAll, expect, test } from "vitest";
import { aService, hasPages, type Service } from "../support/a-service.ts";

const secrets = {
  APP_MODE: "production",
  APP_ORIGIN: "https://facturepro.example",
  APP_SECRET: `k1:${"A".repeat(43)}`,
  SMTP_URL: "smtp://127.0.0.1:1",
  STRIPE_SECRET_KEY: "sk_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
};

let service: Service;
beforeAll(async () => {
  service = await aService({ env: secrets });
});
afterAll(() => service?.close());

test("the service says it lives, and that it is ready", async () => {
  for (const path of ["/sante", "/sante/pret"]) {
    const answer = await service.request(path);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: "ok" });
  }
});

test.runIf(hasPages)("in production there is no letter box: mails are their reader's", async () => {
  const list = await service.request("/boite-aux-lettres");
  const mail = await service.request(`/boite-aux-lettres/${"0".repeat(32)}`);
  expect([list.status, mail.status]).toEqual([404, 404]);
});

test("once it stops it is alive, no longer ready", async () => {
  service.doors.beginClosing();
  expect((await service.request("/sante")).status).toBe(200);
  const answer = await service.request("/sante/pret");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "indisponible" });
});
