import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { sessions } from "#db/control/schema/sessions";
import { tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import { drawLinkToken } from "#server/auth/draw-link-token";
import { requestPasswordReset } from "#server/auth/request-password-reset";
import { resetPassword } from "#server/auth/reset-password";
import { hashToken } from "#server/auth/session-token";
import { createMail } from "#server/mail/create-mail";
import { anAuth } from "./an-auth.ts";

const hour = 3_600_000;
const newPassword = "tournesol-vélo-granit-8";
const ip = "192.0.2.1";

/** A registered Claire who reads her mail. */
async function aForgetful() {
  const world = await anAuth();
  const { control, clock, dataDir, auth } = world;
  await world.register();
  const mail = createMail({
    control,
    clock,
    dataDir,
    smtpUrl: undefined,
    appOrigin: auth.appOrigin,
    drawInvitation: async () => null,
    drawToken: (link) => drawLinkToken(control, link, clock().at),
  });
  await mail.flush();
  const request = (email = "claire@martin.example") =>
    requestPasswordReset(auth, { email, ip, now: clock() });
  return {
    ...world,
    mail,
    request,
    reset: (token: string, password = newPassword) =>
      resetPassword(auth, { token, password, ip, now: clock() }),
    /** Asks for a link and reads it in the mail. */
    async link() {
      await request();
      await mail.flush();
      const [newest] = (await mail.mailbox?.listMails(1)) ?? [];
      const read = await mail.mailbox?.readMail(newest?.id ?? "");
      const url = /https:\S+/.exec(read?.text ?? "")?.[0] ?? "";
      return { url, token: url.split("/").at(-1) ?? "" };
    },
  };
}

test("the link of the mail sets a new password, once, and ends every session", async () => {
  const { login, link, reset, find, auth, control, mail } = await aForgetful();
  const before = await login();
  const stream = auth.streams.open(hashToken(before.token));
  const { url, token } = await link();
  expect(url).toMatch(/^https:\/\/facturepro\.example\/reinitialiser\/[\w-]{43}$/);

  await reset(token);
  expect(await find(before.token)).toBeNull();
  expect(stream.signal.aborted).toBe(true);
  expect(await control.read((db) => db.$count(sessions))).toBe(0);
  await expect(login()).rejects.toMatchObject({ code: "LOGIN_FAILED" });
  await expect(login({ password: newPassword })).resolves.toBeDefined();
  await expect(reset(token)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
  await mail.flush();
  const [newest] = (await mail.mailbox?.listMails(1)) ?? [];
  expect(newest?.subject).toBe("Votre mot de passe a été changé");
});

test("the link's secret is in the mail only: the databases hold its hash", async () => {
  const { link, control } = await aForgetful();
  const { token } = await link();
  const isReset = eq(tokens.kind, "password_reset");
  const stored = await control.read((db) => db.select().from(tokens).where(isReset));
  expect(stored).toMatchObject([{ hash: hashToken(token), usedAt: null }]);
  const mails = await control.read((db) => db.select().from(outbox));
  expect(JSON.stringify(mails)).not.toContain(token);
});

test("a link is dead after an hour", async () => {
  const { link, reset, wait } = await aForgetful();
  const { token } = await link();
  wait(hour);
  await expect(reset(token)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
});

test("using one link kills the others", async () => {
  const { link, reset } = await aForgetful();
  const first = await link();
  const second = await link();
  await reset(second.token);
  await expect(reset(first.token)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
});

test("of two clicks on one link, one passes", async () => {
  const { link, reset } = await aForgetful();
  const { token } = await link();
  const outcomes = await Promise.allSettled([reset(token), reset(token)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a weak password is refused and leaves the link usable", async () => {
  const { link, reset } = await aForgetful();
  const { token } = await link();
  const weak: readonly [string, string][] = [
    ["court", "PASSWORD_TOO_SHORT"],
    ["Boulangerie Martin 75", "PASSWORD_CONTAINS_IDENTITY"],
    ["Motdepasse2026!", "PASSWORD_TOO_COMMON"],
  ];
  for (const [password, code] of weak)
    await expect(reset(token, password)).rejects.toMatchObject({
      code: "PASSWORD_REFUSED",
      problems: [{ field: "password", code }],
    });
  await expect(reset(token)).resolves.toBeUndefined();
});

test("a token made up opens nothing, and thirty of them close the door for a while", async () => {
  const { reset, link } = await aForgetful();
  const { token } = await link();
  for (const made of ["", hashToken(token), "é".repeat(500), `${token}=`])
    await expect(reset(made)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
  for (let i = 0; i < 26; i++) await reset("x").catch(() => {});
  await expect(reset(token)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
});

test("asking for an unknown address answers alike and sends nothing", async () => {
  const { request, control } = await aForgetful();
  const before = await control.read((db) => db.$count(outbox));
  expect(await request("personne@martin.example")).toEqual(await request());
  for (const email of ["", "\u0000", "a".repeat(10_000), "claire"])
    await expect(request(email)).resolves.toBeUndefined();
  expect(await control.read((db) => db.$count(outbox))).toBe(before + 1);
});

test("one address gets three links an hour at most, whoever asks", async () => {
  const { request, control, wait } = await aForgetful();
  const before = await control.read((db) => db.$count(outbox));
  for (let i = 0; i < 5; i++) await request();
  expect(await control.read((db) => db.$count(outbox))).toBe(before + 3);
  wait(hour);
  await request();
  expect(await control.read((db) => db.$count(outbox))).toBe(before + 4);
});

test("a reset releases the brakes of the account and proves the address", async () => {
  const { login, link, reset, control } = await aForgetful();
  for (let i = 0; i < 6; i++)
    await login({ password: "faux", ip: `192.0.2.9${i}` }).catch(() => {});
  const { token } = await link();
  await reset(token);
  await expect(login({ password: newPassword })).resolves.toBeDefined();
  const [claire] = await control.read((db) => db.select().from(users));
  expect(claire?.emailVerifiedAt).not.toBeNull();
});

test("a link whose mail waited an hour for a broken server is still good", async () => {
  const { request, wait, mail, reset } = await aForgetful();
  await request();
  wait(2 * hour);
  await mail.flush();
  const [newest] = (await mail.mailbox?.listMails(1)) ?? [];
  const read = await mail.mailbox?.readMail(newest?.id ?? "");
  const token = /reinitialiser\/([\w-]{43})/.exec(read?.text ?? "")?.[1] ?? "";
  await expect(reset(token)).resolves.toBeUndefined();
});
