import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { throttles } from "#db/control/schema/throttles";
import { users } from "#db/control/schema/users";
import { createPasswords } from "#server/auth/passwords";
import { defaultRules } from "#server/auth/throttles";
import type { Refusal } from "#server/domain/refusal";
import { anAuth } from "./an-auth.ts";

const second = 1000;
const minute = 60 * second;
const wrong = "une-mauvaise-idée-42";

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ code, details, problems }: Refusal) => ({ code, details, problems }),
  );

test("an unknown account and a wrong password get the same answer, the same work and the same brakes", async () => {
  const { register, login, auth, wait } = await anAuth();
  await register();
  const tries = async (identifiant: string) => {
    const answers = [];
    const before = auth.passwords.computed;
    for (let i = 0; i < 8; i++) {
      answers.push(await refusalOf(login({ identifiant, password: wrong, ip: `192.0.2.${i}` })));
      wait(200);
    }
    return { answers: JSON.stringify(answers), hashes: auth.passwords.computed - before };
  };
  const known = await tries("claire@martin.example");
  expect(await tries("personne@martin.example")).toEqual(known);
  expect(await tries("claire")).toEqual(known);
  expect(known.hashes).toBe(5);
});

test("the brakes of a username do not tell whose address it goes with", async () => {
  const { register, login } = await anAuth();
  await register();
  for (let i = 0; i < 5; i++)
    await refusalOf(login({ identifiant: "claire", password: wrong, ip: `192.0.2.${i}` }));
  expect(await refusalOf(login({ identifiant: "claire", password: wrong }))).toMatchObject({
    code: "TOO_MANY_ATTEMPTS",
  });
  expect(await refusalOf(login({ password: wrong }))).toMatchObject({ code: "LOGIN_FAILED" });
});

test("after five failures each try waits twice as long, up to a quarter of an hour, never for ever", async () => {
  const { register, login, wait } = await anAuth();
  await register();
  let ip = 0;
  const attempt = (password: string) => {
    ip += 1;
    return refusalOf(login({ password, ip: `198.51.100.${ip}` }));
  };
  for (let i = 0; i < 5; i++) expect(await attempt(wrong)).toMatchObject({ code: "LOGIN_FAILED" });

  const delays: number[] = [];
  for (let i = 0; i < 13; i++) {
    const refused = await attempt(wrong);
    const seconds = Number(refused?.details["seconds"]);
    delays.push(seconds);
    wait(seconds * second);
    expect(await attempt(wrong)).toMatchObject({ code: "LOGIN_FAILED" });
  }
  expect(delays).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);

  wait(15 * minute);
  expect(await attempt("agrafe-cheval-batterie-9")).toBeNull();
  expect(await attempt(wrong)).toMatchObject({ code: "LOGIN_FAILED" });
  expect(await attempt("agrafe-cheval-batterie-9")).toBeNull();
});

test("the right password is refused too while the account waits", async () => {
  const { register, login } = await anAuth();
  await register();
  for (let i = 0; i < 5; i++) await refusalOf(login({ password: wrong }));
  expect(await refusalOf(login())).toEqual({
    code: "TOO_MANY_ATTEMPTS",
    details: { seconds: 1 },
    problems: [],
  });
});

test("a hundred tries sent at once count as a hundred", async () => {
  const { register, login, auth } = await anAuth();
  await register();
  const before = auth.passwords.computed;
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      refusalOf(login({ password: wrong, ip: `203.0.113.${i}` })),
    ),
  );
  expect(answers.filter((answer) => answer?.code === "LOGIN_FAILED")).toHaveLength(5);
  expect(auth.passwords.computed - before).toBe(5);
});

test("one network fails thirty times in ten minutes at most, its right logins not counted", async () => {
  expect(defaultRules.network).toEqual({ kind: "window", limit: 30, span: 10 * minute });
  const rules = { ...defaultRules, network: { ...defaultRules.network, limit: 4 } };
  const { register, login, wait } = await anAuth({ rules });
  await register();
  for (let i = 0; i < 6; i++) await login();
  for (let i = 0; i < 4; i++)
    await refusalOf(login({ identifiant: `personne${i}`, password: wrong }));
  expect(await refusalOf(login())).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  expect(await refusalOf(login({ ip: "192.0.2.2" }))).toBeNull();
  wait(10 * minute);
  expect(await refusalOf(login())).toBeNull();
});

test("the brakes hold after a restart and name neither accounts nor addresses", async () => {
  const first = await anAuth();
  await first.register();
  for (let i = 0; i < 5; i++) await refusalOf(first.login({ password: wrong }));
  const rows = await first.control.read((db) => db.select().from(throttles));
  expect(rows.length).toBeGreaterThan(1);
  for (const { key } of rows) expect(key).toMatch(/^[a-z]+:[0-9a-f]{64}$/);

  const second = await anAuth({ dataDir: first.dataDir });
  expect(await refusalOf(second.login())).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
});

test("without rules nothing brakes", async () => {
  const { register, login } = await anAuth({ rules: null });
  await register();
  for (let i = 0; i < 12; i++)
    expect(await refusalOf(login({ password: wrong }))).toMatchObject({ code: "LOGIN_FAILED" });
  expect(await refusalOf(login())).toBeNull();
});

test("a password hashed with weaker parameters is hashed again at the next login", async () => {
  const { register, login, control } = await anAuth();
  await register();
  const weak = await hash("agrafe-cheval-batterie-9", { memoryCost: 8192, timeCost: 1 });
  await control.write((tx) =>
    tx.update(users).set({ passwordHash: weak }).where(eq(users.username, "claire")),
  );
  await login();
  const [claire] = await control.read((db) => db.select().from(users));
  expect(claire?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await login();
});

test("an accent typed on another system is the same accent", async () => {
  const { register, login } = await anAuth();
  await register({ password: "un-été-à-Besançon".normalize("NFC") });
  await expect(login({ password: "un-été-à-Besançon".normalize("NFD") })).resolves.toBeDefined();
});

test("hostile identifiers are answered like unknown ones", async () => {
  const { register, login } = await anAuth();
  await register();
  const hostile = [
    "",
    "'; DROP TABLE users; --",
    "\u0000",
    "🥖",
    "\u202Eclaire",
    "a".repeat(10_000),
  ];
  for (const [i, identifiant] of hostile.entries())
    expect(await refusalOf(login({ identifiant, ip: `192.0.2.${i}` }))).toEqual({
      code: "LOGIN_FAILED",
      details: {},
      problems: [],
    });
});

test("beyond the line of waiting hashes a login is refused at once, and the line then empties", async () => {
  const passwords = createPasswords({ concurrency: 1, waiting: 2 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => passwords.verify(null, wrong)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
    "rejected",
  ]);
  expect(outcomes[4]).toMatchObject({ reason: { code: "TOO_BUSY" } });
  expect(passwords.computed).toBe(3);
  await expect(passwords.verify(await passwords.hash(wrong), wrong)).resolves.toBe(true);
});
