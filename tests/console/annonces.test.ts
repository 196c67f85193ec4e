import { afterAll, beforeAll, expect, test } from "vitest";
import type { listShown } from "#server/annonces/list-shown";
import { appRouter } from "#server/api/root";
import { aService, hasPages, type Service } from "../support/a-service.ts";
import { aStaffedSociete, formHeaders, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aSuperAdmin, type SuperAdmin } from "../support/a-super-admin.ts";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";

let service: Service;
let alba: StaffedSociete;
let lea: SuperAdmin;

beforeAll(async () => {
  service = await aService();
  alba = await aStaffedSociete(service, "Alba");
  lea = await aSuperAdmin(service);
});
afterAll(() => service?.close());

const reason = "Travaux sur le disque";
const annonce = {
  ...{ niveau: "info", texteFr: "Nouveau tableau de bord", texteEn: "New dashboard" },
  ...{ from: null, until: null, reason },
};
const as = (who: "admin" | "employe", path: string, input: unknown = {}) =>
  callProcedure(service, { path, input, cookie: alba.staff[who].cookie, societe: alba.id });

type Shown = Awaited<ReturnType<typeof listShown>>;
const shownTo = async (who: "admin" | "employe") =>
  (await as(who, "annonces.current")).data as Shown;

test("an announcement is read by everybody, put away by each, and one of a maintenance stays", async () => {
  const { annonceId } = await lea.call<{ annonceId: string }>("consoleAnnonces.publish", annonce);
  const planned = { ...annonce, niveau: "maintenance", texteFr: "Maintenance ce soir à 22 h" };
  const kept = await lea.call<{ annonceId: string }>("consoleAnnonces.publish", planned);
  expect((await shownTo("admin")).annonces).toEqual([
    { id: kept.annonceId, niveau: "maintenance", texte: "Maintenance ce soir à 22 h" },
    { id: annonceId, niveau: "info", texte: "Nouveau tableau de bord" },
  ]);
  expect((await as("admin", "annonces.putAway", { annonceId })).status).toBe(200);
  expect((await as("admin", "annonces.putAway", kept)).status).toBe(404);
  expect((await shownTo("admin")).annonces).toHaveLength(1);
  expect((await shownTo("employe")).annonces).toHaveLength(2);
  await lea.call("consoleAnnonces.end", { annonceId: kept.annonceId, reason });
  expect((await shownTo("admin")).annonces).toEqual([]);
  const { rows } = await lea.call<{ rows: { kind: string }[] }>("consoleActes.list", {
    cursor: null,
  });
  expect(rows.slice(0, 3).map(({ kind }) => kind)).toEqual([
    ...["annonce.ended", "annonce.published", "annonce.published"],
  ]);
});

test("an announcement to come is not shown, and what is missing is said at its field", async () => {
  const before = (await shownTo("employe")).annonces.length;
  await lea.call("consoleAnnonces.publish", {
    ...annonce,
    from: "2027-10-01",
    until: "2027-10-02",
  });
  expect((await shownTo("employe")).annonces).toHaveLength(before);
  const answer = await lea.try("consoleAnnonces.publish", {
    ...annonce,
    texteFr: " ",
    texteEn: "",
  });
  expect(answer).toMatchObject({ status: 422, refusal: "ACTE_INVALID" });
  expect(answer.text).toMatch(/texteFr.*texteEn/);
});

const procedures = proceduresOf(appRouter);
/** Coming in, going out, taking one's own data away; the staff's own acts are told by their access. */
const open = [
  ...["auth.chooseSociete", "auth.giveSecondFactor", "auth.login", "auth.loginWithPasskey"],
  ...["auth.logout", "auth.startPasskeyLogin", "compte.grantData"],
  ...["visites.end", "visites.leave"],
];

test("in maintenance every mutation of the router is refused, and reading, exporting and logging in go on", async () => {
  await lea.call("consoleAnnonces.beginMaintenance", { reason });
  expect(await lea.try("consoleAnnonces.beginMaintenance", { reason })).toMatchObject({
    refusal: "MAINTENANCE_UNCHANGED",
  });
  const mutations = Object.entries(procedures).filter(([, one]) => one._def.type === "mutation");
  expect(mutations.length).toBeGreaterThan(60);
  for (const [path, { _def }] of mutations) {
    const { access } = _def.meta as { access: string };
    if (access === "super-admin" || open.includes(path)) continue;
    expect(await as("admin", path), path).toMatchObject({
      ...{ status: 503, refusal: "SERVICE_MAINTENANCE" },
    });
  }
  for (const path of open) expect((await as("employe", path)).status, path).not.toBe(503);
  expect((await shownTo("admin")).maintenance).not.toBeNull();
  const { cookie } = alba.staff.admin;
  expect(
    (await service.request(`/factures.csv?societe=${alba.id}`, { headers: { cookie } })).status,
  ).toBe(200);
});

test.runIf(hasPages)("a form posted meanwhile comes back with what was typed", async () => {
  const body = new URLSearchParams({
    ...{ _procedure: "auth.forgotPassword", _form: "auth-forgotPassword" },
    email: "claire@alba.example",
  });
  const answer = await service.request("/mot-de-passe-oublie", {
    ...{ method: "POST", headers: formHeaders(alba.staff.admin.cookie), body: body.toString() },
  });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "120"]);
  const page = await answer.text();
  expect(page).toContain("claire@alba.example");
  expect(page).toContain("FacturePro est en maintenance");
});

test("Stripe is still listened to, and the staff opens the service again, with a reason", async () => {
  const webhook = await service.request("/webhooks/stripe", { method: "POST", body: "{}" });
  expect(webhook.status).toBe(400); // unsigned: received and judged as ever
  await lea.call("consoleAnnonces.endMaintenance", { reason });
  expect((await shownTo("admin")).maintenance).toBeNull();
  expect((await as("admin", "clients.create", {})).refusal).not.toBe("SERVICE_MAINTENANCE");
});
