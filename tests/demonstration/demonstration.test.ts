import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { clotures } from "#db/control/schema/clotures";
import { demonstrations } from "#db/control/schema/demonstrations";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { releves } from "#db/control/schema/releves";
import { revenusMois } from "#db/control/schema/revenus";
import { societes } from "#db/control/schema/societes";
import { clients } from "#db/tenant/schema/clients";
import { emissions } from "#db/tenant/schema/emissions";
import { produits } from "#db/tenant/schema/produits";
import { momentOf } from "#server/clock";
import { readApercu } from "#server/console/read-apercu";
import { endDemonstration } from "#server/demonstration/end-demonstration";
import { openDemonstration } from "#server/demonstration/open-demonstration";
import { declareEditeur } from "#server/editeur/declare-editeur";
import { readFleetHealth } from "#server/flotte/read-fleet-health";
import { mailAdmins } from "#server/mail/mail-admins";
import { publicMarque } from "#server/marque/public-marque";
import type { SocieteId } from "#server/tenancy/tenant";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, logIn, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let alba: StaffedSociete;
let own: SocieteId;

const open = (who: keyof StaffedSociete["staff"] = "admin") =>
  openDemonstration(service.doors, { userId: alba.staff[who].userId, now: service.doors.clock() });

beforeAll(async () => {
  service = await aService();
  alba = await aStaffedSociete(service, "Alba");
  own = await open();
});
afterAll(() => service?.close());

const call = (path: string, input?: unknown) =>
  callProcedure(service, { path, input, cookie, societe: own });
let cookie = "";

test("a demonstration comes furnished by the product's own use cases, and its chain is sound", async () => {
  const tenant = service.doors.tenancy.openTenant(own);
  const counted = await tenant.read(async (db) => ({
    clients: await db.$count(clients),
    produits: await db.$count(produits),
    issued: await db.$count(emissions),
    chained: (
      await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM journal j JOIN journal p
        ON p.id = j.id - 1 AND p.hash = j.prev_hash`)
    ).nb,
    journal: (await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM journal`)).nb,
  }));
  expect(counted).toMatchObject({ clients: 20, produits: 15 });
  expect(counted.issued).toBeGreaterThanOrEqual(30);
  expect(counted.chained).toBe(counted.journal - 1);
});

test("asked twice, even at once, it is one and the same; who administers nothing gets none", async () => {
  expect(await Promise.all([open(), open()])).toEqual([own, own]);
  const { control } = service.doors;
  expect(await control.read((db) => db.$count(demonstrations))).toBe(1);
  await expect(open("employe")).rejects.toMatchObject({ code: "ROLE_FORBIDDEN" });
});

test("everything it issues says that it is no facture, in the snapshot and in the XML", async () => {
  const rows = await service.doors.tenancy
    .openTenant(own)
    .read((db) => db.select({ snapshot: emissions.snapshot, xml: emissions.xml }).from(emissions));
  for (const { snapshot, xml } of rows) {
    expect(xml).toContain("Document de démonstration");
    expect(snapshot).toContain('"isDemonstration":true');
  }
});

test("it is no customer: in no count, no revenue, no subscription, and no public page", async () => {
  const { control, clock, tenancy } = service.doors;
  await service.doors.releves.settle();
  const figures = await control.read(async (db) => ({
    abonnements: await db.$count(abonnements, eq(abonnements.societeId, own)),
    measured: await db.$count(releves, eq(releves.societeId, own)),
    inscrits: await db.select({ nb: revenusMois.inscrits }).from(revenusMois),
    slug: (await db.select().from(societes).where(eq(societes.id, own)))[0]?.slug ?? "",
  }));
  expect(figures).toMatchObject({ abonnements: 0, measured: 1, inscrits: [{ nb: 1 }] });
  expect((await readFleetHealth(control, clock().at)).societes).toBe(1);
  expect((await readApercu(control, clock())).total).toBe(1);
  await service.doors.abonnements.openMissing();
  expect(await control.read((db) => db.$count(abonnements))).toBe(1);
  expect(await publicMarque({ control, tenancy }, figures.slug)).toBeNull();
  const { userId: by } = alba.staff.admin;
  const declared = declareEditeur(service.doors, { societeId: own, by, now: clock() });
  await expect(declared).rejects.toMatchObject({ code: "EDITEUR_UNKNOWN" });
});

test("nothing is mailed in its name", async () => {
  const { control, clock } = service.doors;
  const content = () => () => ({ subject: "Compte bancaire changé", html: "", text: "" });
  await control.write((tx) =>
    mailAdmins(tx, { societeId: own, content, accent: null, at: clock().at }),
  );
  expect(await control.read((db) => db.$count(outbox, eq(outbox.societeId, own)))).toBe(0);
});

test("its maker logs in to their own société, enters it by choice, and finds neither team nor subscription there", async () => {
  cookie = await logIn(service, alba.staff.admin.username);
  const me = async () =>
    (await callProcedure(service, { path: "auth.me", cookie })).data as {
      member: { societeId: SocieteId; isDemonstration: boolean } | null;
    };
  expect((await me()).member).toMatchObject({ societeId: alba.id, isDemonstration: false });
  expect((await callProcedure(service, { path: "demonstration.open", cookie })).status).toBe(200);
  expect((await me()).member).toMatchObject({ societeId: own, isDemonstration: true });
  const who = { email: "ami@alba.example", role: "employe" as const };
  const settings = { mayIssue: true, maySeeOthersAmounts: true, mayExport: false };
  for (const refused of [
    await call("equipe.get"),
    await call("equipe.invite", { ...who, ...settings }),
    await call("abonnement.get"),
    await call("cloture.request", { nom: "Atelier Modèle", current_password: "x" }),
  ]) {
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("DEMONSTRATION_LIMITED");
  }
  expect((await call("abonnement.usage")).data).toMatchObject({ limit: null, access: "full" });
  expect((await call("clients.suggest", { q: "" })).status).toBe(200);
});

test("its end is at once and leaves nothing: no file, no way in, no mail; another can be made", async () => {
  const { control, tenancy } = service.doors;
  const ended = await callProcedure(service, { path: "demonstration.end", cookie });
  expect(ended.data).toEqual({ societeId: alba.id });
  const left = await control.read(async (db) => ({
    own: await db.$count(demonstrations),
    members: await db.$count(memberships, eq(memberships.societeId, own)),
    steps: await db.select({ step: clotures.step }).from(clotures),
    mails: await db.$count(outbox, eq(outbox.societeId, own)),
  }));
  expect(left).toEqual({ own: 0, members: 0, steps: [{ step: "destroyed" }], mails: 0 });
  expect((await tenancy.retire(own)).files).toEqual([]);
  expect(await service.doors.archive.list(own)).toEqual([]);
  const { userId } = alba.staff.admin;
  const again = endDemonstration(service.doors, { userId, now: service.doors.clock() });
  await expect(again).rejects.toMatchObject({ code: "DEMONSTRATION_NOT_FOUND" });
  expect(await open()).not.toBe(own);
});

test("one nobody comes into for sixty days goes by itself", async () => {
  const { control, clock } = service.doors;
  const day = 86_400_000;
  const old = momentOf(clock().at - 61 * day);
  const seen = (at: number) =>
    control.write(async (tx) => {
      const [row] = await tx.select().from(demonstrations);
      await tx
        .update(memberships)
        .set({ lastSeenAt: at })
        .where(eq(memberships.societeId, row?.societeId ?? ""));
    });
  await seen(clock().at - 59 * day);
  await service.doors.destructions.run();
  expect(await control.read((db) => db.$count(demonstrations))).toBe(1);
  await seen(old.at);
  await service.doors.destructions.run();
  expect(await control.read((db) => db.$count(demonstrations))).toBe(0);
});
