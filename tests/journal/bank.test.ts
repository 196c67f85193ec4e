import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { journal } from "#db/tenant/schema/journal";
import { momentOf } from "#server/clock";
import { aService, type Service } from "../support/a-service.ts";
import {
  aColleague,
  aStaffedSociete,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;
let at = Date.parse("2026-03-02T09:00:00Z");

beforeAll(async () => {
  service = await aService({ withThrottles: true, clock: () => momentOf(at) });
  societe = await aStaffedSociete(service, "Lenoir");
  await aColleague(service, { mark: "Lenoir", as: "admin", societes: [societe.id] });
});
afterAll(() => service.close());

const terms = {
  ...{ echeanceDays: 30, echeanceFinDeMois: false, penalitesRate: 1215 },
  ...{ escompteRate: 0, escompteDays: 0 },
};
const first = { iban: "FR76 3000 6000 0112 3456 7890 189", bic: "AGRIFRPP" };
const second = { iban: "FR14 2004 1010 0505 0001 3M02 606", bic: "AGRIFRPP" };

const save = (account: typeof first, password?: string) =>
  callProcedure(service, {
    path: "societe.updatePaiement",
    cookie: societe.staff.admin.cookie,
    societe: societe.id,
    input: { ...terms, ...account, ...(password !== undefined && { current_password: password }) },
    headers: { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/144.0" },
  });

const savedIban = async () =>
  ((await societe.call("societe.get")) as { emetteur: { iban: string } }).emetteur.iban;

const mails = () =>
  service.doors.control.read((db) =>
    db.select().from(outbox).where(eq(outbox.societeId, societe.id)).orderBy(outbox.id),
  );
const bankMails = async () =>
  (await mails()).filter(({ subject }) => subject.includes("coordonnées bancaires"));

test("another bank account is refused without the password, and with a wrong one", async () => {
  expect(await save(first)).toMatchObject({ status: 422, refusal: "PASSWORD_REQUIRED" });
  expect(await save(first, "pas le bon")).toMatchObject({ status: 422, refusal: "PASSWORD_WRONG" });
  expect(await savedIban()).toBe("");
  expect(await bankMails()).toEqual([]);
});

test("with it, every administrator is told what changed, by whom, when and from where", async () => {
  expect(await save(first, testPassword)).toMatchObject({ status: 200 });
  at += 60_000;
  expect(await save(second, testPassword)).toMatchObject({ status: 200 });
  const sent = await bankMails();
  expect(sent).toHaveLength(4);
  expect(new Set(sent.slice(2).map(({ to }) => to)).size).toBe(2);
  const last = sent.at(-1);
  expect(last?.subject).toBe("Lenoir & Fils : les coordonnées bancaires ont changé");
  expect(last?.text).toContain("Ancien IBAN : FR76…0189");
  expect(last?.text).toContain("Nouvel IBAN : FR14…2606");
  expect(last?.text).toContain("Par : lenoir-admin");
  expect(last?.text).toContain("Le : 2 mars 2026 à 10:01 (heure de Paris)");
  expect(last?.text).toContain("Depuis : Firefox sur Windows");
  expect(last?.text).toContain("remettez aussitôt l’ancien IBAN");
  for (const full of ["FR7630006000011234567890189", "FR1420041010050500013M02606"])
    expect(`${last?.text}${last?.html}`.replace(/\s/g, "")).not.toContain(full);
});

test("the journal keeps both accounts in full", async () => {
  const tenant = service.doors.tenancy.openTenant(societe.id);
  const lines = await tenant.read((db) =>
    db.select().from(journal).where(eq(journal.kind, "banque.changed")).orderBy(journal.id),
  );
  expect(lines.map(({ payload }) => JSON.parse(payload))).toEqual([
    {
      before: { iban: "", bic: "" },
      after: { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" },
    },
    {
      before: { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" },
      after: { iban: "FR1420041010050500013M02606", bic: "AGRIFRPP" },
    },
  ]);
});

test("a change told again is no second mail, and one left untold by a stop is told in the night", async () => {
  await service.doors.bankNotices.tell(societe.id);
  expect(await bankMails()).toHaveLength(4);
  await service.doors.control.write((tx) => tx.delete(outbox));
  await service.doors.bankNotices.tell(societe.id);
  expect(await bankMails()).toHaveLength(4);
});

test("the rest of the payment terms is saved without the password", async () => {
  const answer = await callProcedure(service, {
    path: "societe.updatePaiement",
    cookie: societe.staff.admin.cookie,
    societe: societe.id,
    input: { ...terms, ...second, echeanceDays: 45 },
  });
  expect(answer.status).toBe(200);
  expect(await bankMails()).toHaveLength(4);
});

test("guessing the password is slowed down, never locked for ever", async () => {
  for (let i = 0; i < 5; i++) await save(first, `pas le bon ${i}`);
  expect(await save(first, testPassword)).toMatchObject({
    status: 429,
    refusal: "TOO_MANY_ATTEMPTS",
  });
  expect(await savedIban()).toBe("FR1420041010050500013M02606");
  at += 20 * 60_000;
  expect(await save(first, testPassword)).toMatchObject({ status: 200 });
});
