import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { giveSecondFactor } from "#server/auth/give-second-factor";
import { currentTotp } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import { changePassword } from "#server/compte/change-password";
import { confirmTotp } from "#server/compte/confirm-totp";
import { readRecoverySheet } from "#server/compte/read-recovery-sheet";
import { removeTotp } from "#server/compte/remove-totp";
import { startTotp } from "#server/compte/start-totp";
import { registration } from "../auth/an-auth.ts";
import { aPerson } from "./a-person.ts";

const { password } = registration;

/** Somebody whose authenticator is enrolled. */
async function aProtectedPerson() {
  const person = await aPerson();
  const { auth, doer, user, clock } = person;
  const elsewhere = await person.login();
  await startTotp(auth, password, doer());
  const { id, totpPending } = await user();
  const secret = auth.seals.unseal(totpPending ?? "", totpContext(id));
  const code = () => currentTotp(secret, clock().at);
  const { token } = await confirmTotp(auth, code(), doer());
  const give = (pendingToken: string | null, given: string) =>
    giveSecondFactor(auth, {
      pendingToken,
      code: given,
      ip: "192.0.2.1",
      agent: "vitest",
      now: clock(),
      previousSessionId: null,
    });
  return { ...person, elsewhere, proved: token, secret, code, give };
}

test("an authenticator proved by a first code renews the session, ends the others and is asked at the next login", async () => {
  const { find, token, proved, elsewhere, beginLogin, give, code, wait, user, secret } =
    await aProtectedPerson();
  expect(await find(token)).toBeNull();
  expect(await find(elsewhere.token)).toBeNull();
  expect(await find(proved)).toMatchObject({ secondFactor: { isOn: true, isGiven: true } });
  expect((await user()).totpSecret).not.toContain(secret);
  wait(60_000);
  const opened = await give(await beginLogin(), code());
  expect(await find(opened.token)).toMatchObject({ secondFactor: { isGiven: true } });
});

test("a code serves once, is good for thirty seconds around its own and no longer", async () => {
  const { beginLogin, give, secret, clock, wait } = await aProtectedPerson();
  wait(120_000);
  const late = currentTotp(secret, clock().at - 90_000);
  await expect(give(await beginLogin(), late)).rejects.toMatchObject({ code: "CODE_WRONG" });
  const previous = currentTotp(secret, clock().at - 30_000);
  await give(await beginLogin(), previous);
  await expect(give(await beginLogin(), previous)).rejects.toMatchObject({ code: "CODE_WRONG" });
});

test("a recovery code replaces the telephone once, however it is typed", async () => {
  const { auth, doer, beginLogin, give } = await aProtectedPerson();
  const [first = ""] = (await readRecoverySheet(auth, doer())) ?? [];
  const typed = ` ${first.toLowerCase().replaceAll("-", " ")} `;
  await give(await beginLogin(), typed);
  await expect(give(await beginLogin(), first)).rejects.toMatchObject({ code: "CODE_WRONG" });
});

test("without a right password before it, within ten minutes, no code opens anything", async () => {
  const { beginLogin, give, code, wait } = await aProtectedPerson();
  await expect(give(null, code())).rejects.toMatchObject({ code: "PENDING_LOGIN_OVER" });
  await expect(give("A".repeat(43), code())).rejects.toMatchObject({ code: "PENDING_LOGIN_OVER" });
  const pending = await beginLogin();
  wait(600_000);
  await expect(give(pending, code())).rejects.toMatchObject({ code: "PENDING_LOGIN_OVER" });
});

test("guessing codes brakes after five, whatever the login they follow", async () => {
  const { beginLogin, give, code, wait } = await aProtectedPerson();
  wait(60_000);
  for (let i = 0; i < 5; i++)
    await expect(give(await beginLogin(), "000000")).rejects.toMatchObject({ code: "CODE_WRONG" });
  await expect(give(await beginLogin(), code())).rejects.toMatchObject({
    code: "TOO_MANY_ATTEMPTS",
  });
});

test("another password leaves the second factor, renews this session and ends the others", async () => {
  const { auth, doer, find, proved, beginLogin } = await aProtectedPerson();
  const session = await find(proved);
  const next = "parapluie-tilleul-granit-4";
  const change = { currentPassword: password, password: next };
  const { token } = await changePassword(auth, change, doer(session?.sessionId));
  expect(await find(proved)).toBeNull();
  expect(await find(token)).toMatchObject({ secondFactor: { isGiven: true } });
  expect(await beginLogin({ password: next })).toMatch(/^[\w-]{43}$/);
});

test("the last second factor stays where a société asks for one", async () => {
  const { auth, doer, find, proved, control, user } = await aProtectedPerson();
  const session = await find(proved);
  await control.write((tx) => tx.update(societes).set({ asksSecondFactor: true }));
  await expect(removeTotp(auth, password, doer(session?.sessionId))).rejects.toMatchObject({
    code: "SECOND_FACTOR_KEPT",
  });
  expect((await user()).totpSecret).not.toBeNull();
  await control.write((tx) => tx.update(societes).set({ asksSecondFactor: false }));
  await removeTotp(auth, password, doer(session?.sessionId));
  expect((await user()).totpSecret).toBeNull();
});

test("a session of the operator's staff is over after half an hour unused, or half a day", async () => {
  const { auth, control, login, find, wait, user } = await aPerson();
  const { id } = await user();
  await control.write((tx) => tx.update(users).set({ isSuperAdmin: true }).where(eq(users.id, id)));
  const idle = await login();
  wait(30 * 60_000 + 1000);
  expect(await find(idle.token)).toBeNull();
  const busy = await login();
  for (let i = 0; i < 25; i++) {
    wait(29 * 60_000);
    await find(busy.token);
    await auth.touches.settled();
  }
  expect(await find(busy.token)).toBeNull();
});
