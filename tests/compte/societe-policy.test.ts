import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { users } from "#db/control/schema/users";
import { journal } from "#db/tenant/schema/journal";
import { appRouter } from "#server/api/root";
import { drawLinkToken } from "#server/auth/draw-link-token";
import { currentTotp } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import { declarationOf } from "../isolation/declarations.ts";
import { aPasskey } from "../support/a-passkey.ts";
import { aService, hasPages, type Service } from "../support/a-service.ts";
import {
  aStaffedSociete,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { logInTwice } from "../support/log-in-twice.ts";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;
let admin: string;
beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Prudence");
  admin = await logInTwice(service, societe.staff.admin.username);
});
afterAll(() => service?.close());

const call = (path: string, cookie: string, input?: unknown) =>
  callProcedure(service, { path, input, cookie, societe: societe.id });
const ask = (isAsked: boolean) => call("societe.askSecondFactor", admin, { isAsked });
const get = (url: string, cookie: string) =>
  service.request(url, { headers: { cookie }, redirect: "manual" });

test("who has given one factor cannot ask two of everybody", async () => {
  const { cookie } = societe.staff.admin;
  const refused = await call("societe.askSecondFactor", cookie, { isAsked: true });
  expect(refused).toMatchObject({ status: 403, refusal: "SECOND_FACTOR_REQUIRED" });
  expect((await call("factures.list", societe.staff.employe.cookie, {})).status).toBe(200);
});

test("once two factors are asked, nothing of the société answers a session that gave one", async () => {
  expect((await ask(true)).status).toBe(200);
  const { cookie } = societe.staff.employe;
  const procedures = proceduresOf(appRouter);
  const ofSociete = Object.keys(procedures).filter(
    (path) => declarationOf(procedures, path).access === "societe",
  );
  expect(ofSociete.length).toBeGreaterThan(40);
  const answers = await Promise.all(
    ofSociete.map(async (path) => `${path} ${(await call(path, cookie, {})).refusal}`),
  );
  expect(answers).toEqual(ofSociete.map((path) => `${path} SECOND_FACTOR_REQUIRED`));
  for (const file of [
    `/factures.csv?societe=${societe.id}`,
    `/reglages/journal.csv?societe=${societe.id}`,
    `/reglages/donnees/export.zip?societe=${societe.id}`,
  ]) {
    const answer = await get(file, cookie);
    expect([file, answer.status, answer.headers.get("location")]).toEqual([
      ...[file, 303, "/compte/second-facteur"],
    ]);
  }
});

test.skipIf(!hasPages)("every page leads to the one where a factor is added", async () => {
  const { cookie } = societe.staff.employe;
  for (const page of ["/tableau-de-bord", "/factures", "/clients/nouveau", "/reglages/equipe"]) {
    const answer = await get(page, cookie);
    expect([page, answer.status, answer.headers.get("location")]).toEqual([
      ...[page, 303, "/compte/second-facteur"],
    ]);
  }
  expect((await get("/compte/second-facteur", cookie)).status).toBe(200);
});

test("a factor added opens the société at once, and the policy lifted opens it to all", async () => {
  const { cookie, userId } = societe.staff.employe;
  await call("compte.startTotp", cookie, { current_password: testPassword });
  const { control, auth } = service.doors;
  const [user] = await control.read((db) => db.select().from(users).where(eq(users.id, userId)));
  const secret = auth.seals.unseal(user?.totpPending ?? "", totpContext(userId));
  const code = currentTotp(secret, auth.deviceClock().at);
  const enrolled = await call("compte.confirmTotp", cookie, { code });
  expect(enrolled.status).toBe(200);
  const proved = enrolled.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect((await call("factures.list", proved, {})).status).toBe(200);
  expect((await call("factures.list", societe.staff.comptable.cookie, {})).status).toBe(403);
  expect((await ask(false)).status).toBe(200);
  expect((await call("factures.list", societe.staff.comptable.cookie, {})).status).toBe(200);
});

/** Lines that say this person came in. */
async function arrivals(userId: string): Promise<number> {
  await service.doors.witness.settled();
  const lines = await service.doors.tenancy
    .openTenant(societe.id)
    .read((db) => db.select().from(journal).where(eq(journal.actorId, userId)));
  return lines.filter(({ kind }) => kind === "session.opened").length;
}

test("coming in by an authenticator, by a passkey and after a new password is a line of the journal each", async () => {
  const { userId, username } = societe.staff.complet;
  const before = await arrivals(userId);
  const key = await aPasskey(service, userId);
  const { data } = await callProcedure(service, {
    path: "auth.startPasskeyLogin",
    input: { isAlone: true },
  });
  const { challenge } = data as { challenge: string };
  const response = key.sign(challenge);
  const input = { response, isAlone: true };
  const entered = await callProcedure(service, { path: "auth.loginWithPasskey", input });
  expect(entered.status).toBe(200);
  expect(await arrivals(userId)).toBe(before + 1);
  const again = await callProcedure(service, { path: "auth.loginWithPasskey", input });
  expect(again.refusal).toBe("PASSKEY_REFUSED");

  await logInTwice(service, username);
  expect(await arrivals(userId)).toBe(before + 2);

  const { userId: forgetful, username: name } = societe.staff.restreint;
  const { control, clock } = service.doors;
  const known = await arrivals(forgetful);
  const token = await drawLinkToken(
    control,
    { userId: forgetful, kind: "password_reset" },
    clock().at,
  );
  const password = "parapluie-tilleul-granit-4";
  const reset = { path: "auth.resetPassword", input: { token, password } };
  expect((await callProcedure(service, reset)).status).toBe(200);
  expect(await arrivals(forgetful)).toBe(known);
  const login = { path: "auth.login", input: { identifiant: name, password } };
  expect((await callProcedure(service, login)).status).toBe(200);
  expect(await arrivals(forgetful)).toBe(known + 1);
});
