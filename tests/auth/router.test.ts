import { TRPCError } from "@trpc/server";
import { expect, test } from "vitest";
import type { Context } from "#server/api/context";
import { createCallerFactory } from "#server/api/procedures";
import { authRouter } from "#server/api/routers/auth";
import { hashToken } from "#server/auth/session-token";
import { quietDoors } from "../support/quiet-doors.ts";
import { anAuth, registration } from "./an-auth.ts";

const createCaller = createCallerFactory(authRouter);
const { nomSociete: nom_societe, email, username, password } = registration;
const form = { nom_societe, email, username, password };

/** A browser: it keeps the cookie it is given. */
async function aBrowser(options: Parameters<typeof anAuth>[0] = {}) {
  const world = await anAuth(options);
  const { auth, clock } = world;
  let token = "";
  const call = async <T>(work: (caller: ReturnType<typeof createCaller>) => Promise<T>) => {
    const resHeaders = new Headers();
    const context = {
      doors: {
        ...quietDoors,
        ...{ auth, limits: { admit: () => undefined }, witness: { note: () => {} } },
      },
      requestId: "TEST-0000",
      resHeaders,
      ip: "192.0.2.1",
      agent: "vitest",
      now: clock(),
      session: await auth.findSession(token, clock()),
      requestedSociete: null,
    };
    try {
      return await work(createCaller(context as unknown as Context));
    } finally {
      const cookie = resHeaders.get("set-cookie");
      if (cookie) token = /^__Host-session=([^;]*)/.exec(cookie)?.[1] ?? "";
    }
  };
  return { ...world, call, token: () => token };
}

/** All that a stranger can read of an answer. */
const answerOf = (promise: Promise<unknown>) =>
  promise.then(
    (data) => JSON.stringify({ data }),
    (error: unknown) => {
      if (!(error instanceof TRPCError)) throw error;
      const { code, message, cause } = error;
      return JSON.stringify({ code, message, ...cause });
    },
  );

test("register, log in, read who one is, log out", async () => {
  const { call, token } = await aBrowser();
  expect(await call((auth) => auth.me())).toBeNull();
  expect(await call((auth) => auth.register(form))).toEqual({ created: true });
  expect(await call((auth) => auth.me())).toBeNull();

  const login = { identifiant: username, password };
  expect(await call((auth) => auth.login(login))).toEqual({
    mustChooseSociete: false,
    mustGiveSecondFactor: false,
  });
  const me = await call((auth) => auth.me());
  expect(me).toMatchObject({ user: { username }, member: { nom: nom_societe, role: "admin" } });
  expect(JSON.stringify(me)).not.toContain(hashToken(token()));
  const societeId = me?.member?.societeId ?? "";
  expect(await call((auth) => auth.chooseSociete({ societeId }))).toEqual({ societeId });

  await call((auth) => auth.logout());
  expect(token()).toBe("");
  expect(await call((auth) => auth.me())).toBeNull();
  expect(await call((auth) => auth.logout({}))).toEqual({ loggedOut: true });
});

test("to a stranger, a known and an unknown address answer byte for byte alike", async () => {
  const { call } = await aBrowser();
  await call((auth) => auth.register(form));
  const unknown = "inconnu@martin.example";
  const register = (address: string, name: string) =>
    answerOf(call((auth) => auth.register({ ...form, email: address, username: name })));
  expect(await register(email, "nouveau")).toBe(await register("autre@b.example", "nouvelle"));

  const login = (identifiant: string) =>
    answerOf(call((auth) => auth.login({ identifiant, password: "une-mauvaise-idée-42" })));
  for (let i = 0; i < 7; i++) expect(await login(unknown)).toBe(await login(email));

  const forgot = (address: string) =>
    answerOf(call((auth) => auth.forgotPassword({ email: address })));
  for (let i = 0; i < 5; i++) expect(await forgot(unknown)).toBe(await forgot(email));
});

test("a field too many, a field missing or of another kind is refused", async () => {
  const { call } = await aBrowser();
  const wrong: ((auth: ReturnType<typeof createCaller>) => Promise<unknown>)[] = [
    (auth) => auth.register({ ...form, role: "admin" } as typeof form),
    (auth) => auth.register({ ...form, email: ["a@b.example"] } as unknown as typeof form),
    (auth) => auth.register({ ...form, nom_societe: "a".repeat(1001) }),
    (auth) => auth.login({ identifiant: username } as never),
    (auth) => auth.login({ identifiant: { $ne: "" }, password } as never),
    (auth) => auth.forgotPassword({ email: null } as never),
    (auth) => auth.resetPassword({ token: new Date(), password } as never),
    (auth) => auth.me("x" as never),
    (auth) => auth.logout({ all: true } as never),
  ];
  for (const attempt of wrong)
    await expect(call(attempt)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("choosing a société takes a session, and an id made by the server", async () => {
  const { call } = await aBrowser();
  const societeId = "0".repeat(32);
  await expect(call((auth) => auth.chooseSociete({ societeId }))).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
  await call((auth) => auth.register(form));
  await call((auth) => auth.login({ identifiant: email, password }));
  for (const made of ["../../x", "a".repeat(31), "A".repeat(32)])
    await expect(call((auth) => auth.chooseSociete({ societeId: made }))).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  await expect(call((auth) => auth.chooseSociete({ societeId }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("whatever was typed, a refusal does not repeat it", async () => {
  const { call } = await aBrowser();
  const typed = "valeur-à-ne-pas-répéter";
  const fields = { nom_societe: `${typed}\u0000`, email: typed, username: typed, password: "x" };
  expect(await answerOf(call((auth) => auth.register(fields)))).not.toContain("répéter");
});
