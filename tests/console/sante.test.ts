import { afterAll, beforeAll, expect, test } from "vitest";
import type { readSante } from "#server/console/read-sante";
import { placeOf } from "#server/http/watch-requests";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aSuperAdmin, type SuperAdmin } from "../support/a-super-admin.ts";

let service: Service;
let alba: StaffedSociete;
let lea: SuperAdmin;

beforeAll(async () => {
  service = await aService();
  alba = await aStaffedSociete(service, "Alba");
  lea = await aSuperAdmin(service);
});
afterAll(() => service?.close());

type Sante = Awaited<ReturnType<typeof readSante>>;
const read = () => lea.call<Sante>("consoleSante.get", {});

test("the staff sees the process, its queues and its backups, as they are now", async () => {
  const before = await read();
  expect(before.alertes.map(({ code }) => code)).toContain("sauvegarde");
  expect(before).toMatchObject({
    service: { version: "0.1.0", streams: 0, requests: { shed: 0 }, isShedding: false },
    fleet: { societes: 1, unavailable: 0, toMigrate: 0, eventsWaiting: 0, backup: null },
    rendering: { documents: 0, societes: 0 },
    ...{ pannes: [], migrations: [], errors: [] },
  });
  expect(before.disk.ratio).toBeGreaterThan(0);
  await service.doors.backups.save("asked");
  await service.doors.backups.rehearse({});
  const after = await read();
  expect(after.alertes.map(({ code }) => code)).not.toContain("sauvegarde");
  expect(after.fleet).toMatchObject({ copies: 1, rehearsed: 1, backupAge: 0 });
});

test("a société's page and its line say its last backup, the restore rehearsed, its log and its calls", async () => {
  const view = await lea.call<Record<string, object>>("console.societe", { societeId: alba.id });
  expect(view["copie"]).toMatchObject({ failure: null, rehearsalFailure: null });
  expect(view["figures"]).toMatchObject({ sante: "saine", walOctets: expect.any(Number) });
  const calls = () => service.doors.veille.countsOf(alba.id).calls;
  const before = calls();
  await alba.call("clients.list", { q: "", sort: "nom", dir: "asc", cursor: null }).catch(() => {});
  expect(calls()).toBe(before + 1);
});

test("what is slow and what fails is kept by société, without anything of a person", async () => {
  const { veille } = service.doors;
  veille.answered({ place: "factures.list", societeId: alba.id, ms: 1_400 });
  veille.answered({ place: "factures.list", societeId: alba.id, ms: 900 });
  for (const requestId of ["AAAA-2222", "BBBB-3333"])
    veille.failed({ place: "factures.issue", societeId: alba.id, requestId });
  veille.failed({ place: "GET /connexion/…", societeId: null, requestId: "CCCC-4444" });
  const { slow, errors, totals } = await read();
  // What is really slow on a busy machine is there as well.
  expect(slow.filter(({ place }) => place === "factures.list")).toMatchObject([
    { ms: 1_400, societe: "Alba & Fils" },
  ]);
  expect(errors).toMatchObject([
    { societe: "Alba & Fils", nb: 2, requestId: "BBBB-3333" },
    { societe: null, nb: 1 },
  ]);
  expect(totals.errors).toBe(3);
  for (let i = 0; i < 300; i++)
    veille.failed({ place: "factures.issue", societeId: null, requestId: String(i) });
  expect(veille.read().errors).toHaveLength(200);
});

test("the address of a request is kept without its ids, its secrets and what strangers type", () => {
  const id = "019a7f00c0de4e11aa11bb22cc33dd44";
  expect(placeOf("/")).toBe("/");
  expect(placeOf(`/factures/${id}/modifier`)).toBe("/factures/…/modifier");
  expect(placeOf("/factures.csv")).toBe("/factures.csv");
  expect(placeOf("/reglages/equipe.data")).toBe("/reglages/equipe.data");
  expect(placeOf("/invitation/jeanne-martin")).toBe("/invitation/…");
  expect(placeOf("/jeanne@example.fr")).toBe("/…");
});
