import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { chooseSociete } from "#server/auth/choose-societe";
import { logOut } from "#server/auth/log-out";
import { hashToken } from "#server/auth/session-token";
import type { Control } from "#server/tenancy/control";
import { anAuth } from "./an-auth.ts";

const minute = 60_000;
const day = 86_400_000;

/** A second société, of which Claire becomes a member. */
async function joinSecond({ register, control }: Awaited<ReturnType<typeof anAuth>>) {
  await register({ nomSociete: "Fleurs Dupont", email: "d@dupont.example", username: "dupont" });
  return control.write(async (tx) => {
    const [claire] = await tx.select().from(users).where(eq(users.username, "claire"));
    const [second] = await tx.select().from(societes).where(eq(societes.slug, "fleurs-dupont"));
    if (!claire || !second) throw new Error("not registered");
    const role = "comptable" as const;
    await tx
      .insert(memberships)
      .values({ userId: claire.id, societeId: second.id, role, createdAt: 0 });
    return second.id;
  });
}

const lastSeen = async (control: Control) => {
  const [row] = await control.read((db) => db.select().from(sessions));
  return row?.lastSeenAt;
};

test("whoever registered logs in by address or by username, in any case, into their société", async () => {
  const { register, login, find } = await anAuth();
  await register();
  for (const identifiant of ["claire@martin.example", " Claire@Martin.Example ", "CLAIRE"]) {
    const { token, mustChooseSociete } = await login({ identifiant });
    expect(mustChooseSociete).toBe(false);
    expect(await find(token)).toMatchObject({
      user: { username: "claire", email: "claire@martin.example", isSuperAdmin: false },
      member: { nom: "Boulangerie Martin", role: "admin", userName: "claire" },
    });
  }
});

test("a change to who may do what holds for the very next request, whoever writes it", async () => {
  const { register, login, find, control, dataDir } = await anAuth();
  await register();
  const { token } = await login();
  const roles = async () => (await find(token))?.member?.role;
  expect([await roles(), await roles()]).toEqual(["admin", "admin"]);

  await control.write((tx) => tx.update(memberships).set({ role: "employe" }));
  expect(await roles()).toBe("employe");
  const foreign = createClient({ url: pathToFileURL(join(dataDir, "control.db")).href });
  await foreign.execute("UPDATE memberships SET role = 'comptable'");
  foreign.close();
  expect(await roles()).toBe("comptable");

  await control.write((tx) => tx.delete(sessions));
  expect(await roles()).toBeUndefined();
});

test("the cookie's token is nowhere in the data directory", async () => {
  const { register, login, dataDir, control } = await anAuth();
  await register();
  const { token } = await login();

  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")),
  );
  expect(contents.join("")).toContain(hashToken(token));
  expect(contents.join("")).not.toContain(token);
  expect(await control.read((db) => db.$count(sessions))).toBe(1);
});

test("the stored hash does not open a session, nor does any other text", async () => {
  const { register, login, find } = await anAuth();
  await register();
  const { token } = await login();
  const wrong = [
    hashToken(token),
    "",
    "x",
    `${token} `,
    token.slice(1),
    "é".repeat(43),
    "a".repeat(43),
  ];
  for (const text of wrong) expect(await find(text)).toBeNull();
});

test("over https the cookie is bound to the host, over http it is not Secure", async () => {
  const cookieOf = async (appOrigin: string) =>
    (await anAuth({ appOrigin })).auth.lucia.createSessionCookie("t").serialize();
  expect(await cookieOf("https://facturepro.example")).toBe(
    "__Host-session=t; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure",
  );
  expect(await cookieOf("http://localhost:3000")).toBe(
    "session=t; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax",
  );
});

test("a session unused for seven days is over", async () => {
  const { register, login, find, wait, control } = await anAuth();
  await register();
  const { token } = await login();
  wait(7 * day - minute);
  expect(await find(token)).not.toBeNull();
  wait(7 * day + minute);
  expect(await find(token)).toBeNull();
  expect(await control.read((db) => db.$count(sessions))).toBe(0);
});

test("a session used every day is over after thirty", async () => {
  const { register, login, find, wait, auth } = await anAuth();
  await register();
  const { token } = await login();
  for (let i = 1; i < 30; i++) {
    wait(day);
    expect(await find(token)).not.toBeNull();
    await auth.touches.settled();
  }
  wait(day);
  expect(await find(token)).toBeNull();
});

test("a session is marked as seen once a minute at most", async () => {
  const { register, login, find, wait, auth, control, clock } = await anAuth();
  await register();
  const { token } = await login();
  const opened = clock().at;
  wait(minute - 1);
  await find(token);
  await auth.touches.settled();
  expect(await lastSeen(control)).toBe(opened);
  wait(1);
  await Promise.all([find(token), find(token)]);
  await auth.touches.settled();
  expect(await lastSeen(control)).toBe(opened + minute);
});

test("logging in again draws a new token and ends the session the browser came with", async () => {
  const { register, login, find, auth } = await anAuth();
  await register();
  const first = await login();
  const stream = auth.streams.open(hashToken(first.token));
  const second = await login({ previousSessionId: hashToken(first.token) });
  expect(second.token).not.toBe(first.token);
  expect(await find(first.token)).toBeNull();
  expect(stream.signal.aborted).toBe(true);
  expect(await find(second.token)).not.toBeNull();
});

test("logging out ends the session on the server and cuts its streams, those of no other", async () => {
  const { register, login, find, auth } = await anAuth();
  await register();
  const mine = await login();
  const other = await login();
  const opened = await Promise.all([mine, other].map(({ token }) => find(token)));
  const [stream, otherStream] = opened.flatMap((session) =>
    session ? [auth.openStream(session)] : [],
  );
  await logOut(auth, hashToken(mine.token));

  expect(await find(mine.token)).toBeNull();
  expect(stream?.signal.aborted).toBe(true);
  expect(otherStream?.signal.aborted).toBe(false);
  expect(auth.streams.count()).toBe(1);
  otherStream?.release();
  expect(auth.streams.count()).toBe(0);
});

test("a member of several sociétés chooses one, and changes", async () => {
  const world = await anAuth();
  const { register, login, find, auth, clock } = world;
  await register();
  const secondId = await joinSecond(world);
  const { token, mustChooseSociete } = await login();
  expect(mustChooseSociete).toBe(true);
  const session = await find(token);
  expect(session?.member).toBeNull();
  expect(session?.memberships.map(({ nom, role }) => [nom, role])).toEqual([
    ["Boulangerie Martin", "admin"],
    ["Fleurs Dupont", "comptable"],
  ]);

  const choice = { sessionId: hashToken(token), userId: session?.user.id ?? "", now: clock() };
  await chooseSociete(auth, { ...choice, societeId: secondId });
  expect((await find(token))?.member).toMatchObject({ nom: "Fleurs Dupont", role: "comptable" });
});

test("a société one is no member of cannot be chosen, and is not told from one that does not exist", async () => {
  const { register, login, find, auth, control, clock } = await anAuth();
  await register();
  await register({ nomSociete: "Autre", email: "x@y.example", username: "autre" });
  const { token } = await login();
  const session = await find(token);
  const [other] = await control.read((db) =>
    db.select().from(societes).where(eq(societes.slug, "autre")),
  );
  const choice = { sessionId: hashToken(token), userId: session?.user.id ?? "", now: clock() };
  for (const societeId of [other?.id ?? "", "0".repeat(32)])
    await expect(chooseSociete(auth, { ...choice, societeId })).rejects.toMatchObject({
      code: "SOCIETE_NOT_FOUND",
      details: {},
    });
  expect((await find(token))?.member?.nom).toBe("Boulangerie Martin");
});

test("a member put out of the société is out at the next request", async () => {
  const { register, login, find, control } = await anAuth();
  await register();
  const { token } = await login();
  await control.write((tx) => tx.delete(memberships));
  expect(await find(token)).toMatchObject({ member: null, memberships: [] });
});
