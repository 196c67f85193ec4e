import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { users } from "#db/control/schema/users";
import { visites } from "#db/control/schema/visites";
import { journal } from "#db/tenant/schema/journal";
import { appRouter } from "#server/api/root";
import { momentOf, systemClock } from "#server/clock";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, hasPages, loadPages, type Service } from "../support/a-service.ts";
import { aStaffedSociete, formHeaders, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aSuperAdmin, type SuperAdmin } from "../support/a-super-admin.ts";
import { openSocieteContent } from "../support/database-content.ts";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";
import { declarationOf } from "./declarations.ts";
import { furnish } from "./furnish.ts";
import { anIssuedFacture } from "./issue.ts";

let service: Service;
let alba: StaffedSociete;
let brume: StaffedSociete;
let lea: SuperAdmin;
let { at } = systemClock();

beforeAll(async () => {
  service = await aService({ clock: () => momentOf(at) });
  alba = await aStaffedSociete(service, "Alba");
  brume = await aStaffedSociete(service, "Brume");
  lea = await aSuperAdmin(service);
  await furnish(alba);
  await furnish(brume);
});
afterAll(() => service?.close());

const procedures = proceduresOf(appRouter);
const minute = 60_000;

/** Lea asks; the société answers when told to. */
async function asked(): Promise<{ visiteId: string }> {
  const input = { societeId: alba.id, reason: "Vous nous avez signalé un total étrange" };
  return lea.call("consoleVisites.request", input);
}
const accept = (visiteId: string, duree = "deux_heures") =>
  alba.call("visites.accept", { visiteId, duree });
const draw = (visiteId: string) =>
  lea.call<{ jeton: string }>("consoleVisites.open", { societeId: alba.id, visiteId });

async function enter(jeton: string): Promise<string> {
  const answer = await service.request("/api/trpc/consoleVisites.enter", {
    method: "POST",
    headers: {
      ...{ cookie: lea.cookie, origin: "http://localhost", "x-trpc-source": "test" },
      "content-type": "application/json",
    },
    body: JSON.stringify({ json: { jeton } }),
  });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

async function aVisit(): Promise<{ visiteId: string; cookie: string }> {
  const { visiteId } = await asked();
  await accept(visiteId);
  return { visiteId, cookie: await enter((await draw(visiteId)).jeton) };
}
const end = (visiteId: string) => alba.call("visites.end", { visiteId });
const calls =
  (cookie: string) =>
  (path: string, input?: unknown, societe: string = alba.id) =>
    callProcedure(service, { path, input, cookie, societe });

async function journalOf(societeId: SocieteId) {
  await service.doors.witness.settled();
  return service.doors.tenancy
    .openTenant(societeId)
    .read((db) => db.select().from(journal).orderBy(desc(journal.id)).limit(10));
}

test("nobody enters without the société: it is asked by mail, and only who asked enters, once, within a minute", async () => {
  const { visiteId } = await asked();
  await expect(asked()).rejects.toThrow("VISITE_ALREADY_ASKED");
  await expect(draw(visiteId)).rejects.toThrow("VISITE_NOT_FOUND");
  const mails = await service.doors.control.read((db) =>
    db.select().from(outbox).where(eq(outbox.societeId, alba.id)),
  );
  expect(mails.at(-1)?.text).toContain("/reglages/assistance");
  for (const who of ["employe", "comptable"] as const) {
    const { cookie } = alba.staff[who];
    const input = { visiteId, duree: "un_jour" };
    expect((await calls(cookie)("visites.accept", input)).refusal, who).toBe("ROLE_FORBIDDEN");
  }
  await accept(visiteId, "demi_heure");
  const [late, used] = [await draw(visiteId), await draw(visiteId)];
  expect(await enter(late.jeton)).toBe(""); // a new one replaces the former
  expect(await enter(used.jeton)).not.toBe("");
  expect(await enter(used.jeton)).toBe("");
  const { jeton } = await draw(visiteId);
  at += minute;
  expect(await enter(jeton)).toBe("");
  const [row] = await service.doors.control.read((db) =>
    db.select().from(visites).where(eq(visites.id, visiteId)),
  );
  expect(row?.tokenHash).not.toBe(jeton);
  const other = await aSuperAdmin(service);
  const input = { societeId: alba.id, visiteId };
  expect((await other.try("consoleVisites.open", input)).refusal).toBe("VISITE_NOT_FOUND");
  await end(visiteId);
  expect((await asked()).visiteId).not.toBe(visiteId);
  await alba.call("visites.refuse", { visiteId: (await lastVisite()).id });
  await expect(draw((await lastVisite()).id)).rejects.toThrow("VISITE_NOT_FOUND");
});

async function lastVisite() {
  const { rows } = (await alba.call("visites.list", {})) as {
    readonly rows: { readonly id: string; readonly etat: string }[];
  };
  const [last] = rows;
  if (!last) throw new Error("no visit");
  return last;
}

test("a visit writes nothing and takes nothing away, whatever the procedure", async () => {
  const { visiteId, cookie } = await aVisit();
  const call = calls(cookie);
  const { factureId } = await anIssuedFacture(alba);
  const content = await openSocieteContent(service, alba.id);
  const before = await content.hashOfBooks();
  for (const [path, { _def }] of Object.entries(procedures)) {
    if (_def.type === "subscription" || ["visites.leave", "auth.logout"].includes(path)) continue;
    const { access } = declarationOf(procedures, path);
    const answer = await call(path, {});
    const isRead = _def.type === "query" && (access === "societe" || access === "public");
    if (!isRead && path !== "annonces.current")
      expect([path, answer.status], answer.text).toEqual([path, 403]);
    expect(answer.status, path).toBeLessThan(500);
  }
  for (const url of [
    ...[`/factures/${factureId}.pdf`, `/factures/${factureId}.xml`, "/compte/donnees.json"],
    ...[`/factures.csv?societe=${alba.id}`, `/factures.zip?societe=${alba.id}&ids=${factureId}`],
    ...[`/clients.csv?societe=${alba.id}`, `/produits.csv?societe=${alba.id}`],
    ...[`/reglages/journal.csv?societe=${alba.id}`, "/reglages/donnees/export.zip"],
  ])
    expect((await service.request(url, { headers: { cookie } })).status, url).not.toBe(200);
  expect(await content.hashOfBooks()).toBe(before);
  content.close();
  expect((await call("societe.marque")).status).toBe(200);
  await end(visiteId);
});

test("a visit sees that société only, and nothing of the console", async () => {
  const { visiteId, cookie } = await aVisit();
  const call = calls(cookie);
  const theirs = await anIssuedFacture(brume);
  expect((await call("factures.get", { factureId: theirs.factureId })).status).toBe(404);
  expect((await call("societe.marque", undefined, brume.id)).refusal).toBe("SOCIETE_MISMATCH");
  expect((await call("auth.chooseSociete", { societeId: brume.id })).status).toBe(403);
  expect((await call("console.apercu")).status).toBe(403);
  const me = (await call("auth.me")).data as { member: object; user: object; visite: object };
  expect(me).toMatchObject({
    member: { societeId: alba.id, userName: "Léa Ferrand (FacturePro)" },
    user: { isSuperAdmin: false },
    visite: { id: visiteId },
  });
  await end(visiteId);
});

test.runIf(hasPages)(
  "each page seen is in the société's own journal, and no form passes",
  async () => {
    const { visiteId, cookie } = await aVisit();
    const page = await service.request("/clients", { headers: { cookie } });
    expect(await page.text()).toContain("Visite de l’assistance en lecture seule");
    await service.request("/reglages/equipe.data", { headers: { cookie } });
    const lines = await journalOf(alba.id);
    const seen = lines.filter(({ kind }) => kind === "visite.page");
    expect(seen.map(({ payload }) => JSON.parse(payload).page).sort()).toEqual([
      ...["/clients", "/reglages/equipe"],
    ]);
    expect(seen[0]?.actorNom).toBe("Léa Ferrand (FacturePro)");
    expect(lines.map(({ kind }) => kind)).toContain("visite.opened");
    const { routes } = await loadPages();
    for (const route of Object.values(routes)) {
      if (!route?.module.action || !route.id.startsWith("routes/_app.") || /\$/.test(route.id))
        continue;
      const url = `/${route.id.slice("routes/_app.".length).replace("._index", "").replaceAll(".", "/")}`;
      for (const procedure of [
        "clients.create",
        "factures.draft",
        "equipe.invite",
        "visites.end",
      ]) {
        const body = new URLSearchParams({ _procedure: procedure, _societe: alba.id, visiteId });
        const init = { method: "POST", headers: formHeaders(cookie), body: body.toString() };
        const { status } = await service.request(url, { ...init, redirect: "manual" });
        expect(status, `${procedure} at ${url}`).toBeGreaterThanOrEqual(400);
      }
    }
    expect((await lastVisite()).etat).toBe("ouverte");
    await end(visiteId);
  },
);

test("who is no longer of the staff is out of the visit too", async () => {
  const { visiteId, cookie } = await aVisit();
  const setStaff = (isSuperAdmin: boolean) =>
    service.doors.control.write((tx) =>
      tx.update(users).set({ isSuperAdmin }).where(eq(users.id, lea.userId)),
    );
  expect((await calls(cookie)("societe.marque")).status).toBe(200);
  await setStaff(false);
  expect((await calls(cookie)("societe.marque")).refusal).toBe("SESSION_REQUIRED");
  await setStaff(true);
  await end(visiteId);
});

test("the administrator ends it at once, streams included; it ends by itself; and who leaves is back in the console", async () => {
  const first = await aVisit();
  expect((await calls(first.cookie)("societe.marque")).status).toBe(200);
  await end(first.visiteId);
  expect((await calls(first.cookie)("societe.marque")).refusal).toBe("SESSION_REQUIRED");
  const second = await aVisit();
  for (let passed = 0; passed < 5; passed++) {
    at += 20 * minute;
    expect((await calls(second.cookie)("societe.marque")).status).toBe(200);
    await service.doors.auth.touches.settled();
  }
  at += 20 * minute;
  expect((await calls(second.cookie)("societe.marque")).refusal).toBe("SESSION_REQUIRED");
  lea = await aSuperAdmin(service); // two hours without a gesture ended the session of the console
  const third = await aVisit();
  const left = await service.request("/api/trpc/visites.leave", {
    method: "POST",
    headers: {
      ...{ cookie: third.cookie, origin: "http://localhost", "x-trpc-source": "test" },
      "content-type": "application/json",
    },
    body: JSON.stringify({ json: {} }),
  });
  const cookie = (left.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await callProcedure(service, { path: "console.apercu", input: {}, cookie })).status).toBe(
    200,
  );
  expect((await calls(third.cookie)("societe.marque")).refusal).toBe("SESSION_REQUIRED");
  expect((await lastVisite()).etat).toBe("ouverte");
});
