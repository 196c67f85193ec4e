import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { passkeys } from "#db/control/schema/passkeys";
import { sessions } from "#db/control/schema/sessions";
import { tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import { journal } from "#db/tenant/schema/journal";
import { newId } from "#server/id";
import { aService, type Service } from "../support/a-service.ts";
import {
  aColleague,
  aStaffedSociete,
  type Person,
  type StaffedSociete,
  testPassword,
} from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

let service: Service;
let societe: StaffedSociete;

beforeAll(async () => {
  service = await aService();
  societe = await aStaffedSociete(service, "Oubli");
});
afterAll(() => service?.close());

const erase = (cookie: string, password = testPassword) =>
  callProcedure(service, { path: "compte.erase", input: { current_password: password }, cookie });
const anAdmin = () =>
  aColleague(service, { mark: societe.mark, as: "admin", societes: [societe.id] });
const read: Service["doors"]["control"]["read"] = (query) => service.doors.control.read(query);
const rowOf = async ({ userId }: Person) =>
  (await read((db) => db.select().from(users).where(eq(users.id, userId))))[0];

async function tracesOf({ userId, email }: Person) {
  const counts = [memberships, passkeys, sessions, tokens].map((table) =>
    read((db) => db.$count(table, eq(table.userId, userId))),
  );
  const mails = await read((db) => db.select().from(outbox).where(eq(outbox.to, email)));
  return { rows: await Promise.all(counts), mails: mails.map(({ subject }) => subject) };
}

test("an account erased leaves no name, no way in and no session, and its address registers again", async () => {
  const person = await aColleague(service, {
    mark: societe.mark,
    as: "comptable",
    societes: [societe.id],
  });
  const { doors } = service;
  await callProcedure(service, { path: "auth.forgotPassword", input: { email: person.email } });
  const key = {
    credentialId: newId(),
    nom: "Téléphone",
    publicKey: "AAAA",
    counter: 0,
    createdAt: 0,
  };
  await doors.control.write((tx) =>
    tx.insert(passkeys).values({ id: newId(), userId: person.userId, ...key }),
  );
  const [session] = await read((db) =>
    db.select().from(sessions).where(eq(sessions.userId, person.userId)),
  );
  const stream = doors.auth.streams.open(session?.id ?? "", societe.id);

  expect((await erase(person.cookie)).status).toBe(200);
  expect(stream.signal.aborted).toBe(true);
  expect(await tracesOf(person)).toEqual({
    rows: [0, 0, 0, 0],
    mails: ["Votre compte FacturePro est effacé"],
  });
  const row = await rowOf(person);
  expect(row?.erasedAt).not.toBeNull();
  expect(JSON.stringify(row)).not.toContain(person.username);
  expect((await callProcedure(service, { path: "compte.get", cookie: person.cookie })).status).toBe(
    401,
  );
  for (const identifiant of [person.username, person.email, row?.username, row?.email]) {
    const input = { identifiant, password: testPassword };
    expect((await callProcedure(service, { path: "auth.login", input })).refusal).toBe(
      "LOGIN_FAILED",
    );
  }
  const lines = await doors.tenancy
    .openTenant(societe.id)
    .read((db) => db.select().from(journal).where(eq(journal.actorId, person.userId)));
  // Not the last: that they came in is noted without keeping them waiting.
  expect(lines.find(({ kind }) => kind === "membre.left")?.actorNom).toBe(person.username);
  const acts = await read((db) => db.select().from(audit).where(eq(audit.userId, person.userId)));
  expect(acts.at(-1)).toMatchObject({ action: "user.erased" });
  expect(JSON.stringify(acts)).not.toContain(person.email);

  const again = await callProcedure(service, {
    path: "auth.register",
    input: {
      nom_societe: "Oubli Retour",
      email: person.email,
      username: person.username,
      password: testPassword,
    },
  });
  expect(again.status).toBe(200);
  expect(await read((db) => db.$count(users, eq(users.emailKey, person.email)))).toBe(1);
});

test("who alone administers a société is told which, and nothing is erased", async () => {
  const { admin } = societe.staff;
  const answer = await erase(admin.cookie);
  expect(answer).toMatchObject({ status: 409, refusal: "ACCOUNT_NEEDED" });
  expect(answer.text).toContain(societe.nom);
  expect((await rowOf(admin))?.erasedAt).toBeNull();
  const asked = await callProcedure(service, { path: "compte.erasure", cookie: admin.cookie });
  expect(asked.data).toEqual({ aloneIn: [societe.nom] });
});

test("of two administrators who erase their accounts at once, one stays", async () => {
  const other = await aStaffedSociete(service, "Duo");
  const second = await aColleague(service, { mark: other.mark, as: "admin", societes: [other.id] });
  const answers = await Promise.all([erase(other.staff.admin.cookie), erase(second.cookie)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("a wrong password erases nothing", async () => {
  const person = await anAdmin();
  const answer = await erase(person.cookie, "pas-le-bon-mot-de-passe");
  expect(answer).toMatchObject({ status: 422, refusal: "PASSWORD_WRONG" });
  expect((await rowOf(person))?.erasedAt).toBeNull();
});
