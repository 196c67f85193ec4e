import { randomUUID } from "node:crypto";
import { desc, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { abonnements as table } from "#db/control/schema/abonnements";
import { outbox } from "#db/control/schema/outbox";
import { grantDerogation } from "#server/billing/grant-derogation";
import { momentOf } from "#server/clock";
import { client, furnish } from "../isolation/furnish.ts";
import { aService, type Service } from "../support/a-service.ts";
import { aStaffedSociete, logIn, type StaffedSociete } from "../support/a-staffed-societe.ts";
import { aContent } from "../support/facture-fixtures.ts";
import { callProcedure } from "../support/trpc-wire.ts";

const DAY = 86_400_000;
let at = Date.now();
let service: Service;
let of: StaffedSociete;
let clientId: string;

beforeAll(async () => {
  service = await aService({ clock: () => momentOf(at) });
  of = await aStaffedSociete(service, "Ajonc");
  await furnish(of);
  ({ clientId } = (await of.call("clients.create", client(of, 5))) as { clientId: string });
});
afterAll(() => service.close());

/** One issue over HTTP, as any of the people of the société; the refusal's code, or nothing. */
async function issue(index: number): Promise<string | null> {
  const person = index % 2 === 0 ? of.staff.admin : of.staff.employe;
  const { status, refusal } = await callProcedure(service, {
    path: "factures.issueContent",
    input: { content: aContent({ clientId }), idempotencyKey: randomUUID() },
    cookie: person.cookie,
    societe: of.id,
  });
  return status === 200 ? null : (refusal ?? `status ${status}`);
}

/** The trial over, and so many factures a month. */
async function onGratuitWith(ajout: number) {
  const { doors } = service;
  await doors.abonnements.change(of.id, (tx) =>
    tx.update(table).set({ trialEndsAt: at, freeSince: at }).where(eq(table.societeId, of.id)),
  );
  const why = { reason: "Course à la dernière", at, by: null, until: null };
  await grantDerogation(doors, { societeId: of.id, limite: "factures", ajout, ...why });
}

/** What administrators were written about their quota, oldest first. */
async function warnings(): Promise<string[]> {
  await service.doors.entitlementJobs.settled();
  const mails = await service.doors.control.read((db) =>
    db
      .select()
      .from(outbox)
      .where(like(outbox.text, "%offre Gratuit comprend%"))
      .orderBy(outbox.id),
  );
  return mails.map(({ to, subject }) => `${to}: ${subject}`);
}

test("when sixty issues race for the last ones, exactly as many pass as are left", async () => {
  await onGratuitWith(15);
  for (let index = 0; index < 7; index++) expect(await issue(index)).toBeNull();
  expect(await warnings()).toEqual([]);

  const outcomes = await Promise.all(Array.from({ length: 60 }, (_, index) => issue(index)));
  expect(outcomes.filter((refusal) => refusal === null)).toHaveLength(13);
  expect(outcomes.filter((refusal) => refusal === "QUOTA_REACHED")).toHaveLength(47);
  expect(await of.call("abonnement.usage", undefined)).toMatchObject({ used: 20, limit: 20 });
  const proof = await of.call("factures.numbers", {
    exercice: Number(momentOf(at).today.slice(0, 4)),
  });
  expect(proof).toMatchObject({ proof: { count: 20, gaps: 0 } });
});

test("the quota reached at once makes one mail to the administrator, and refused issues none", async () => {
  const told = ["patron@ajonc.example: Ajonc & Fils : les 20 factures de la période sont émises"];
  expect(await warnings()).toEqual(told);
  expect(await issue(0)).toBe("QUOTA_REACHED");
  service.doors.entitlementJobs.noteIssue(of.id);
  expect(await warnings()).toEqual(told);
});

test("a larger quota lets them issue at once, keeps what was used, and warns anew at 80 %", async () => {
  await onGratuitWith(5);
  expect(await of.call("abonnement.usage", undefined)).toMatchObject({ used: 20, limit: 25 });
  expect(await issue(1)).toBeNull();
  expect((await warnings()).slice(1)).toEqual([
    "patron@ajonc.example: Ajonc & Fils : 21 factures émises sur 25",
  ]);
  expect(await issue(2)).toBeNull();
  expect(await warnings()).toHaveLength(2);
});

test("the next period begins with nothing used", async () => {
  at += 32 * DAY;
  const asked = { cookie: await logIn(service, of.staff.admin.username), societe: of.id };
  const read = async (path: string) => (await callProcedure(service, { path, ...asked })).data;
  expect(await read("abonnement.usage")).toMatchObject({ used: 0, limit: 25, notices: [] });
  expect(await read("abonnement.get")).toMatchObject({
    entitlement: { plan: { nom: "Gratuit" }, source: "gratuit" },
    usage: { factures: 0, utilisateurs: 4 },
    pace: null,
    subscription: null,
    trial: { isOver: true },
    canSubscribe: true,
  });
});

test("the end of a trial is announced three days before, once", async () => {
  const other = await aStaffedSociete(service, "Bruyere");
  const endings = async () => {
    await service.doors.entitlementJobs.sweep();
    const mails = await service.doors.control.read((db) =>
      db.select().from(outbox).where(eq(outbox.societeId, other.id)).orderBy(desc(outbox.id)),
    );
    return mails
      .map(({ subject }) => subject)
      .filter((subject) => subject.startsWith("Votre essai"));
  };
  at += 10 * DAY;
  expect(await endings()).toEqual([]);
  at += 1.5 * DAY;
  const [first, ...rest] = await endings();
  expect(first).toMatch(/^Votre essai de Pro prend fin le \d/);
  expect(rest).toEqual([]);
  at += DAY;
  expect(await endings()).toHaveLength(1);
});
