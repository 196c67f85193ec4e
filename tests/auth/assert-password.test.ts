import { expect, test } from "vitest";
import { assertPassword } from "#server/auth/assert-password";
import { anAuth, registration } from "./an-auth.ts";

async function aConnectedPerson() {
  const world = await anAuth();
  await world.register();
  const { token } = await world.login();
  const session = await world.find(token);
  const userId = session?.user.id ?? "";
  const confirm = (password: string, ip = "192.0.2.1") =>
    assertPassword(world.auth, { userId, password, ip, now: world.clock() });
  return { ...world, confirm };
}

test("the right password confirms; a wrong one is said at its field", async () => {
  const { confirm } = await aConnectedPerson();
  await expect(confirm(registration.password)).resolves.toBeUndefined();
  await expect(confirm("une-mauvaise-idée-42")).rejects.toMatchObject({
    code: "PASSWORD_WRONG",
    problems: [{ field: "current_password", code: "PASSWORD_WRONG" }],
  });
});

test("guessing at the confirmation brakes like a login, without braking the login itself", async () => {
  const { confirm, login, wait } = await aConnectedPerson();
  for (let i = 0; i < 5; i++)
    await expect(confirm("une-mauvaise-idée-42", `192.0.2.${i}`)).rejects.toMatchObject({
      code: "PASSWORD_WRONG",
    });
  await expect(confirm(registration.password)).rejects.toMatchObject({
    code: "TOO_MANY_ATTEMPTS",
    details: { seconds: 1 },
  });
  await expect(login()).resolves.toBeDefined();
  wait(1000);
  await expect(confirm(registration.password)).resolves.toBeUndefined();
});
