import { expect, test } from "vitest";
import { changeEmail } from "#server/compte/change-email";
import { confirmEmailChange } from "#server/compte/confirm-email-change";
import { verifyEmail } from "#server/compte/verify-email";
import { registration } from "../auth/an-auth.ts";
import { aPerson } from "./a-person.ts";

const { email, password } = registration;
const ip = "192.0.2.1";
const fresh = "claire@nouvelle.example";

test("the link of the welcome verifies the address, once", async () => {
  const { auth, linkTo, user, clock } = await aPerson();
  expect((await user()).emailVerifiedAt).toBeNull();
  const token = (await linkTo(email)) ?? "";
  await verifyEmail(auth, { token, ip, now: clock() });
  expect((await user()).emailVerifiedAt).toBe(clock().at);
  await expect(verifyEmail(auth, { token, ip, now: clock() })).rejects.toMatchObject({
    code: "LINK_INVALID",
  });
});

test("an address changes once both have confirmed, whichever first; the other sessions end", async () => {
  const { auth, doer, linkTo, user, clock, login, find, token } = await aPerson();
  const elsewhere = await login();
  await changeEmail(auth, { email: fresh, password }, doer());
  const confirm = async (address: string) =>
    confirmEmailChange(auth, {
      token: (await linkTo(address)) ?? "",
      ip,
      now: clock(),
      sessionId: doer().sessionId,
    });
  expect(await confirm(fresh)).toBe("awaited");
  expect((await user()).email).toBe(email);
  expect(await confirm(email)).toBe("done");
  expect(await user()).toMatchObject({ email: fresh, emailVerifiedAt: clock().at });
  expect(await find(token)).not.toBeNull();
  expect(await find(elsewhere.token)).toBeNull();
});

test("a link of a change given up confirms no later change", async () => {
  const { auth, doer, linkTo, user, clock } = await aPerson();
  await changeEmail(auth, { email: "intrus@ailleurs.example", password }, doer());
  const former = (await linkTo("intrus@ailleurs.example")) ?? "";
  await changeEmail(auth, { email: fresh, password }, doer());
  const now = clock();
  await expect(
    confirmEmailChange(auth, { token: former, ip, now, sessionId: null }),
  ).rejects.toMatchObject({ code: "LINK_INVALID" });
  expect((await user()).email).toBe(email);
});

test("an address that has an account is asked for like any other, and never taken", async () => {
  const { auth, doer, linkTo, register } = await aPerson();
  const theirs = "dupont@fleurs.example";
  await register({ nomSociete: "Fleurs Dupont", email: theirs, username: "dupont" });
  await expect(changeEmail(auth, { email: theirs, password }, doer())).resolves.toBeUndefined();
  const welcome = await linkTo(theirs);
  await expect(
    confirmEmailChange(auth, { token: welcome ?? "", ip, now: doer().now, sessionId: null }),
  ).rejects.toMatchObject({ code: "LINK_INVALID" });
});

test("changing the address takes the password", async () => {
  const { auth, doer } = await aPerson();
  await expect(
    changeEmail(auth, { email: fresh, password: "une-mauvaise-idée-42" }, doer()),
  ).rejects.toMatchObject({ code: "PASSWORD_WRONG" });
});
