import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { abonnements } from "#db/control/schema/abonnements";
import { actes } from "#db/control/schema/actes";
import { outbox } from "#db/control/schema/outbox";
import { appRouter } from "#server/api/root";
import { addDays, startOfDayInParis } from "#server/domain/calendar";
import { newId } from "#server/id";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aSuperAdmin, type SuperAdmin } from "../support/a-super-admin.ts";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";

let service: Service;
let alba: StaffedSociete;
let brume: StaffedSociete;
let lea: SuperAdmin;

beforeAll(async () => {
  service = await aService();
  alba = await aStaffedSociete(service, "Alba");
  brume = await aStaffedSociete(service, "Brume");
  lea = await aSuperAdmin(service);
});
afterAll(() => service?.close());

type View = {
  readonly droits: {
    readonly limits: { readonly factures: number | null };
    readonly access: string;
    readonly etat: string;
    readonly graceEndsAt: number | null;
    readonly trialEndsAt: number | null;
    readonly suspension: object | null;
    readonly closing: object | null;
    readonly derogations: readonly { readonly id: string }[];
  };
  readonly sessions: number;
};
const view = (of: StaffedSociete) => lea.call<View>("console.societe", { societeId: of.id });
const usage = async (of: StaffedSociete) =>
  (await of.call("abonnement.usage", {})) as {
    readonly limit: number | null;
    readonly access: string;
    readonly notices: readonly { readonly kind: string; readonly motif?: string }[];
  };
const acte = (name: string, of: StaffedSociete, more: object = {}) =>
  lea.call(`consoleActes.${name}`, { societeId: of.id, reason: "convenu au téléphone", ...more });
const refusal = async (name: string, of: StaffedSociete, more: object = {}) => {
  const input = { societeId: of.id, reason: "convenu au téléphone", ...more };
  return (await lea.try(`consoleActes.${name}`, input)).refusal;
};
const kinds = async (of: StaffedSociete) =>
  (
    await service.doors.control.read((db) =>
      db.select().from(actes).where(eq(actes.societeId, of.id)).orderBy(actes.id),
    )
  ).map(({ kind }) => kind);

test("what is offered counts at once in the société, until its last day, and is taken back", async () => {
  const { today } = service.doors.clock();
  const until = addDays(today, 30);
  await acte("grant", alba, { limite: "factures", ajout: 5, until });
  expect((await usage(alba)).limit).toBe(505);
  const [granted] = (await view(alba)).droits.derogations;
  expect(granted).toMatchObject({ until: startOfDayInParis(addDays(until, 1)) });
  await acte("endGrant", alba, { derogationId: granted?.id });
  expect((await usage(alba)).limit).toBe(500);
  expect(await refusal("endGrant", alba, { derogationId: granted?.id })).toBe(
    "DEROGATION_NOT_FOUND",
  );
  expect(await refusal("endGrant", brume, { derogationId: granted?.id })).toBe(
    "DEROGATION_NOT_FOUND",
  );
  expect(await kinds(alba)).toEqual(["derogation.granted", "derogation.ended"]);
});

test("a day that is over, or too far, is refused at its field and nothing is written", async () => {
  const { today } = service.doors.clock();
  const before = await kinds(alba);
  for (const [until, code] of [
    [addDays(today, -1), "DAY_PAST"],
    [addDays(today, 800), "DAY_TOO_FAR"],
  ]) {
    const input = { societeId: alba.id, reason: "convenu", until };
    const answer = await lea.try("consoleActes.extendTrial", input);
    expect(answer).toMatchObject({ status: 422, refusal: "ACTE_INVALID" });
    expect(answer.text).toContain(`"field":"until","code":"${code}"`);
  }
  expect(await kinds(alba)).toEqual(before);
});

test("a trial goes on until its new last day; one who subscribed tries nothing", async () => {
  const { control, clock } = service.doors;
  const until = addDays(clock().today, 60);
  await acte("extendTrial", brume, { until });
  expect((await view(brume)).droits.trialEndsAt).toBe(startOfDayInParis(addDays(until, 1)));
  expect(await refusal("extendGrace", brume, { until })).toBe("NOTHING_DUE");
  await control.write((tx) =>
    tx
      .update(abonnements)
      .set({
        status: "active",
        subscriptionId: "sub_brume",
        planCode: "pro_mensuel",
        stripeCustomerId: "cus_brume",
      })
      .where(eq(abonnements.societeId, brume.id)),
  );
  expect(await refusal("extendTrial", brume, { until })).toBe("SUBSCRIPTION_EXISTS");
});

test("one that pays late issues until the day it was given, whatever Stripe gave up", async () => {
  const { abonnements: doors, clock } = service.doors;
  const { at, today } = clock();
  const day = 86_400_000;
  await doors.change(brume.id, (tx) =>
    tx
      .update(abonnements)
      .set({
        ...{ status: "unpaid", planCode: "pro_mensuel", pastDueSince: at - 20 * day },
        ...{ periodStart: at - 20 * day, periodEnd: at + 10 * day, stripeCustomerId: "cus_brume" },
      })
      .where(eq(abonnements.societeId, brume.id)),
  );
  expect((await usage(brume)).access).toBe("read_only");
  expect((await view(brume)).droits.etat).toBe("impaye");
  const until = addDays(today, 7);
  await acte("extendGrace", brume, { until });
  expect((await usage(brume)).access).toBe("grace");
  expect((await view(brume)).droits).toMatchObject({
    etat: "retard",
    graceEndsAt: startOfDayInParis(addDays(until, 1)),
  });
});

test("a suspended société is told why, reads everything, and changes nothing but its payment and its leaving", async () => {
  await acte("suspend", alba, { motif: "Usurpation signalée" });
  expect(await usage(alba)).toMatchObject({
    access: "read_only",
    notices: [{ kind: "suspension", motif: "Usurpation signalée" }],
  });
  expect((await view(alba)).droits).toMatchObject({ etat: "essai", access: "read_only" });
  const mails = await service.doors.control.read((db) => db.select().from(outbox));
  expect(mails.filter(({ text }) => text.includes("Usurpation signalée"))).toHaveLength(1);
  await alba.call("clients.list", {
    q: "",
    sort: "nom",
    dir: "asc",
    cursor: null,
    isArchived: false,
    type: null,
  });
  expect(await refusal("suspend", alba, { motif: "encore" })).toBe("SOCIETE_SUSPENDED");
});

test("no mutation of any router passes a suspension, save those that say so beside themselves", async () => {
  const procedures = proceduresOf(appRouter);
  const open: string[] = [];
  for (const [path, { _def }] of Object.entries(procedures)) {
    const meta = _def.meta as { access?: string; whileSuspended?: boolean } | undefined;
    if (_def.type !== "mutation" || meta?.access !== "societe") continue;
    if (meta.whileSuspended) {
      open.push(path);
      continue;
    }
    const { cookie } = alba.staff.admin;
    const answer = await callProcedure(service, { path, input: {}, cookie, societe: alba.id });
    expect([path, answer.refusal]).toEqual([path, "SOCIETE_SUSPENDED"]);
  }
  expect(open.sort()).toEqual([
    ...["abonnement.cancel", "abonnement.change", "abonnement.checkout", "abonnement.portal"],
    ...["abonnement.refresh", "abonnement.resume", "cloture.cancel", "cloture.request"],
    ...["visites.end", "visites.refuse"],
  ]);
});

test("reactivated, a société works again at once", async () => {
  await acte("reactivate", alba);
  expect((await usage(alba)).notices.some(({ kind }) => kind === "suspension")).toBe(false);
  await alba.call("auth.chooseSociete", { societeId: alba.id });
  expect(await refusal("reactivate", alba)).toBe("SOCIETE_NOT_SUSPENDED");
});

test("a deletion asks for the very name, is told to the société, and is taken back", async () => {
  expect(await refusal("delete", alba, { nom: "Autre" })).toBe("CLOTURE_INVALID");
  await acte("delete", alba, { nom: alba.nom });
  expect((await view(alba)).droits.closing).not.toBeNull();
  expect((await usage(alba)).notices[0]?.kind).toBe("suppression");
  await acte("keep", alba);
  expect((await view(alba)).droits.closing).toBeNull();
  expect(await refusal("keep", alba)).toBe("CLOTURE_NOT_ASKED");
});

test("an invitation of another société is not found", async () => {
  expect(await refusal("resendInvitation", alba, { invitationId: newId() })).toBe(
    "INVITATION_NOT_FOUND",
  );
});

test("every session of a société is closed, and of that one only", async () => {
  expect((await view(brume)).sessions).toBeGreaterThan(0);
  const { ended } = (await acte("endSessions", brume)) as { ended: number };
  expect(ended).toBeGreaterThan(0);
  expect((await view(brume)).sessions).toBe(0);
  expect((await view(alba)).sessions).toBeGreaterThan(0);
});

test("the journal tells every act with its reason, the latest first, and its chain holds", async () => {
  type Page = { rows: { id: number; kind: string; reason: string; societe: string }[] };
  const { rows } = await lea.call<Page>("consoleActes.list", { cursor: null });
  expect(rows[0]).toMatchObject({ kind: "sessions.ended", societe: brume.nom });
  expect(rows.every(({ reason }) => reason === "convenu au téléphone")).toBe(true);
  expect(await lea.call("consoleActes.verify")).toEqual({ lines: rows.length, broken: null });
});
