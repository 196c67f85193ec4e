import { desc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessions } from "#db/control/schema/sessions";
import { createLimits, limits } from "#server/api/limits";
import { createThrottles, defaultRules } from "#server/auth/throttles";
import { momentOf } from "#server/clock";
import { newId } from "#server/id";
import { aLiveStream } from "../isolation/a-live-stream.ts";
import { furnish } from "../isolation/furnish.ts";
import { anIssuedFacture } from "../isolation/issue.ts";
import { aService, hasPages, type Service } from "../support/a-service.ts";
import {
  aStaffedSociete,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;
let now = momentOf(Date.parse("2026-03-02T09:00:00Z"));

beforeAll(async () => {
  service = await aService({
    withThrottles: true,
    clock: () => now,
    env: { FLY_APP_NAME: "essai" },
  });
  societe = await aStaffedSociete(service, "Mesure");
});
afterAll(() => service?.close());

/** Each test begins in a window of its own. */
const laterBy = (ms: number) => {
  now = momentOf(now.at + ms);
};
const minute = 60_000;
const from = (ip: string) => ({ "fly-client-ip": ip });
const me = (count: number, headers = {}) => {
  const path = Array.from({ length: count }, () => "auth.me").join();
  return service.request(`/api/trpc/${path}?batch=1&input={}`, { headers });
};
const refusedIn = (text: string) => text.split('"TOO_MANY_CALLS"').length - 1;

test("calls are counted one by one inside their batches, and refused with the time to wait", async () => {
  laterBy(minute);
  const { calls } = limits.reading;
  for (let sent = 0; sent < calls - 5; sent += 5)
    expect((await me(5, from("192.0.2.7"))).status).toBe(200);
  const last = await (await me(10, from("192.0.2.7"))).text();
  expect(last.split('"json":null').length - 1).toBeGreaterThanOrEqual(5);
  expect(refusedIn(last)).toBeGreaterThan(0);
  const alone = await service.request("/api/trpc/auth.me", { headers: from("192.0.2.7") });
  expect(alone.status).toBe(429);
  expect(Number(alone.headers.get("retry-after"))).toBeGreaterThan(0);
  const other = await service.request("/api/trpc/auth.me", { headers: from("192.0.2.8") });
  expect(other.status).toBe(200);
  laterBy(minute);
  const after = await service.request("/api/trpc/auth.me", { headers: from("192.0.2.7") });
  expect(after.status).toBe(200);
});

test("the brands of sociétés cannot be guessed at any speed", async () => {
  laterBy(minute);
  const guess = (slug: string, ip: string) =>
    service.request(`/marque/${slug}/manifest.webmanifest`, { headers: from(ip) });
  const tries = Array.from({ length: limits.reading.calls }, (_, i) =>
    guess(`essai-${i}`, "192.0.2.11"),
  );
  expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([200]));
  const refused = await guess("essai", "192.0.2.11");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toContain("Réessayez");
  expect((await guess("essai", "192.0.2.12")).status).toBe(200);
});

test("one procedure called too often leaves the others and the other accounts alone", async () => {
  laterBy(minute);
  const { admin, comptable } = societe.staff;
  const call = (path: string, cookie: string) =>
    callProcedure(service, { path, cookie, societe: societe.id });
  for (let i = 0; i < limits.heavy.calls; i++)
    expect((await call("journal.verify", admin.cookie)).status).toBe(200);
  expect(await call("journal.verify", admin.cookie)).toMatchObject({
    status: 429,
    refusal: "TOO_MANY_CALLS",
  });
  expect((await call("societe.get", admin.cookie)).status).toBe(200);
  expect((await call("journal.verify", comptable.cookie)).status).toBe(200);
});

test("exports are counted in the database: a restart forgets nothing", async () => {
  laterBy(minute);
  const { cookie } = societe.staff.comptable;
  const take = (as: string) =>
    service.request(`/factures.csv?societe=${societe.id}`, { headers: { cookie: as } });
  for (let i = 0; i < 30; i++) expect((await take(cookie)).status).toBe(200);
  const refused = await take(cookie);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
  expect(await refused.text()).toContain("Réessayez");
  expect((await take(societe.staff.admin.cookie)).status).toBe(200);
  laterBy(60 * minute);
  expect((await take(cookie)).status).toBe(200);
});

test("documents are counted in the database, whichever is asked, and refused in French", async () => {
  laterBy(60 * minute);
  await furnish(societe);
  const { factureId } = await anIssuedFacture(societe);
  const { employe, admin } = societe.staff;
  const take = (cookie: string, id = factureId) =>
    service.request(`/factures/${id}.xml`, { headers: { cookie } });
  const { doors } = service;
  const { limit } = defaultRules.documents;
  const employeFrom = { userId: employe.userId, ip: "192.0.2.9", now };
  for (let taken = 1; taken < limit; taken++)
    await doors.limits.admit("factures.document", "document", employeFrom);
  expect((await take(admin.cookie)).status).toBe(200);
  expect((await take(employe.cookie, newId())).status).toBe(404);
  const refused = await take(employe.cookie);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
  expect(await refused.text()).toContain("Réessayez");
  expect((await take(admin.cookie)).status).toBe(200);
  laterBy(10 * minute);
  expect((await take(employe.cookie)).status).toBe(200);
});

test("the address of a caller is the one Fly says, and on Fly only; no X-Forwarded-For is believed", async () => {
  laterBy(60 * minute);
  const claimed = {
    "x-forwarded-for": "203.0.113.9",
    "x-real-ip": "203.0.113.9",
    forwarded: "for=203.0.113.9",
    "true-client-ip": "203.0.113.9",
  };
  const elsewhere = await aService();
  const { staff } = await aStaffedSociete(elsewhere, "Ailleurs");
  const seenFrom = async (at: Service, identifiant: string, headers: Record<string, string>) => {
    const input = { identifiant, password: testPassword };
    const logIn = { path: "auth.login", input, headers: { ...claimed, ...headers } };
    expect((await callProcedure(at, logIn)).status).toBe(200);
    const [newest] = await at.doors.control.read((db) =>
      db.select({ ip: sessions.ip }).from(sessions).orderBy(desc(sql`rowid`)).limit(1),
    );
    return newest?.ip;
  };
  try {
    const { username } = societe.staff.admin;
    expect(await seenFrom(service, username, from("192.0.2.5"))).toBe("192.0.2.5");
    expect(await seenFrom(service, username, from("192.0.2.5, 203.0.113.9"))).toBe("unknown");
    expect(await seenFrom(service, username, from("<script>"))).toBe("unknown");
    expect(await seenFrom(elsewhere, staff.admin.username, from("192.0.2.5"))).toBe("unknown");
  } finally {
    await elsewhere.close();
  }
});

test.runIf(hasPages)(
  "a page asked too often says so in French, and when to come back",
  async () => {
    laterBy(minute);
    const headers = { cookie: societe.staff.admin.cookie };
    for (let i = 0; i < limits.reading.calls; i++)
      await callProcedure(service, {
        path: "factures.summary",
        input: {},
        cookie: headers.cookie,
        societe: societe.id,
      });
    const page = await service.request("/factures", { headers });
    expect(page.status).toBe(429);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await page.text()).toContain("Vos demandes arrivent trop vite");
    laterBy(minute);
    expect((await service.request("/factures", { headers })).status).toBe(200);
  },
);

test("an IPv6 subscriber is one network, whatever the end of the address", () => {
  const released = createThrottles(service.doors.control, null);
  const { admit } = createLimits(released, false);
  const ask = (ip: string) => admit("auth.me", "heavy", { userId: null, ip, now });
  for (let i = 0; i < limits.heavy.calls; i++) ask(`2001:db8:0:1::${i.toString(16)}`);
  expect(() => ask("2001:db8:0:1:ffff::1")).toThrow("TOO_MANY_CALLS");
  expect(() => ask("2001:db8:0:2::1")).not.toThrow();
});

test("a session opens twenty live streams, and no more until one is closed", async () => {
  laterBy(minute);
  const { cookie } = societe.staff.employe;
  const open = () => aLiveStream(service, { cookie, societe: societe.id });
  const opened = [];
  for (let i = 0; i < 20; i++) opened.push(await open());
  for (const stream of opened) await stream.waitFor(1);
  expect(service.doors.auth.streams.count()).toBe(20);
  const refused = { path: "journal.live", cookie, societe: societe.id };
  expect(await callProcedure(service, refused)).toMatchObject({
    status: 429,
    refusal: "TOO_MANY_STREAMS",
  });
  opened[0]?.leave();
  await opened[0]?.endsWithin(2_000);
  const again = await open();
  await again.waitFor(1);
  expect(again.events).toHaveLength(1);
  for (const stream of [...opened, again]) {
    stream.leave();
    await stream.endsWithin(2_000);
  }
  expect(service.doors.auth.streams.count()).toBe(0);
});

test("the société's streams are bounded too, and what is refused holds no place", () => {
  const { streams } = service.doors.auth;
  const held = Array.from({ length: 500 }, (_, i) => streams.open(`s${i}`, "x"));
  expect(() => streams.open("one more", "x")).toThrow("TOO_MANY_STREAMS");
  expect(() => streams.open("one more", "y").release()).not.toThrow();
  expect(streams.count()).toBe(500);
  for (const { release } of held) release();
  expect(streams.count()).toBe(0);
});
