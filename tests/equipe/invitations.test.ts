import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { invitations } from "#db/control/schema/invitations";
import { outbox } from "#db/control/schema/outbox";
import { users } from "#db/control/schema/users";
import { hashToken } from "#server/auth/session-token";
import { aColleague, aStaffedSociete } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";
import { anEquipe, comptable, employe } from "./an-equipe.ts";

const day = 86_400_000;
let equipe: Awaited<ReturnType<typeof anEquipe>>;

beforeAll(async () => {
  equipe = await anEquipe();
});
afterAll(() => equipe.service.close());

const read = (token: string) => equipe.call("invitation.get", { token });

test("somebody without an account joins by the link of the mail, with the role and rights given", async () => {
  const email = "Lucas@neuf.example";
  const { answer, token, invitationId } = await equipe.invite(email, employe);
  expect(answer.status).toBe(200);
  expect((await read(token)).data).toMatchObject({
    email,
    role: "employe",
    nomSociete: equipe.societe.nom,
    hasAccount: false,
  });
  expect((await equipe.register(token, "lucas-moreau")).status).toBe(200);

  const cookie = await logInAs("lucas-moreau");
  const me = await equipe.call("auth.me", undefined, cookie);
  expect(me.data).toMatchObject({
    user: { displayName: "Lucas Moreau" },
    member: { societeId: equipe.societe.id, role: "employe", maySeeOthersAmounts: false },
  });
  const { members, invitations: waiting } = await equipe.team();
  expect(members).toContainEqual(expect.objectContaining({ nom: "Lucas Moreau", email }));
  expect(waiting.map(({ id }) => id)).not.toContain(invitationId);
  const [account] = await equipe.doors.control.read((db) =>
    db.select().from(users).where(eq(users.username, "lucas-moreau")),
  );
  expect(account?.emailVerifiedAt).not.toBeNull();
});

const logInAs = async (identifiant: string) => {
  const input = { identifiant, password: "tournesol-velo-granit-8" };
  const { headers } = await equipe.call("auth.login", input);
  return headers.getSetCookie()[0]?.split(";")[0] ?? "";
};

test("a link serves once, and looking at it does not use it", async () => {
  const { token } = await equipe.invite("une-fois@neuf.example");
  for (let i = 0; i < 3; i++) expect((await read(token)).status).toBe(200);
  expect((await equipe.register(token, "une-fois")).status).toBe(200);
  for (const answer of [await read(token), await equipe.register(token, "deux-fois")])
    expect(answer).toMatchObject({ status: 400, refusal: "INVITATION_LINK_INVALID" });
});

test("two people cannot share one link, even at the same instant", async () => {
  const { token } = await equipe.invite("course@neuf.example");
  const answers = await Promise.all(
    ["course-a", "course-b", "course-c"].map((name) => equipe.register(token, name)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("the secret is nowhere on the disk, only its hash", async () => {
  const { token, invitationId } = await equipe.invite("secret@neuf.example");
  const { control } = equipe.doors;
  const [kept] = await control.read((db) =>
    db.select().from(invitations).where(eq(invitations.id, invitationId)),
  );
  expect(kept?.tokenHash).toBe(hashToken(token));
  const mails = await control.read((db) => db.select().from(outbox));
  expect(JSON.stringify([kept, mails])).not.toContain(token);
});

test("an account of that address joins with it, and keeps its other sociétés", async () => {
  const other = await aStaffedSociete(equipe.service, "Bouleau");
  const { email, cookie } = other.staff.comptable;
  const { token } = await equipe.invite(email, comptable);
  expect((await read(token)).data).toMatchObject({ hasAccount: true });
  const asNew = await equipe.register(token, "usurpateur");
  expect(asNew).toMatchObject({ status: 409, refusal: "INVITATION_ADDRESS_KNOWN" });
  const join = () =>
    callProcedure(equipe.service, { path: "invitation.join", input: { token }, cookie });
  expect((await join()).data).toEqual({ societeId: equipe.societe.id });
  const me = await equipe.call("auth.me", undefined, cookie);
  const { memberships, member } = me.data as {
    memberships: { nom: string }[];
    member: { societeId: string; role: string };
  };
  expect(member).toMatchObject({ societeId: equipe.societe.id, role: "comptable" });
  expect(memberships.map(({ nom }) => nom)).toEqual([other.nom, equipe.societe.nom]);
  expect(await join()).toMatchObject({ status: 400, refusal: "INVITATION_LINK_INVALID" });
});

test("a link is good for its address only", async () => {
  const { token } = await equipe.invite("pour-lui@neuf.example");
  const { cookie } = equipe.societe.staff.comptable;
  const join = await equipe.call("invitation.join", { token }, cookie);
  expect(join).toMatchObject({ status: 403, refusal: "INVITATION_FOR_ANOTHER" });
  expect((await read(token)).status).toBe(200);
});

test("an invitation withdrawn opens nothing, even by a mail that leaves afterwards", async () => {
  const email = "retiree@neuf.example";
  const { token, invitationId } = await equipe.invite(email);
  expect((await equipe.asAdmin("equipe.revoke", { invitationId })).status).toBe(200);
  expect(await read(token)).toMatchObject({ refusal: "INVITATION_LINK_INVALID" });
  for (const act of ["equipe.revoke", "equipe.resend"])
    expect(await equipe.asAdmin(act, { invitationId })).toMatchObject({
      refusal: "INVITATION_NOT_FOUND",
    });
  expect((await equipe.invite(email)).answer.status).toBe(200);
});

test("what the inviter is answered does not depend on the address having an account", async () => {
  const stranger = await aColleague(equipe.service, {
    mark: "Ailleurs",
    as: "comptable",
    societes: [],
  });
  const shapeOf = ({ status, data }: { status: number; data: unknown }) => [
    status,
    Object.keys(data as object),
  ];
  const known = await equipe.invite(stranger.email);
  const unknown = await equipe.invite("personne@neuf.example");
  expect(shapeOf(known.answer)).toEqual(shapeOf(unknown.answer));
  const strip = (row: object) => ({ ...row, id: "", email: "", createdAt: 0, expiresAt: 0 });
  const waiting = (await equipe.team()).invitations;
  const [one, two] = [stranger.email, "personne@neuf.example"].map((email) =>
    strip(waiting.find((row) => row.email === email) ?? {}),
  );
  expect(one).toEqual(two);
});

test.for([
  ["an address that is none", { email: "lucas@" }, "email EMAIL_INVALID"],
  ["nothing", { email: "" }, "email REQUIRED"],
  ["two addresses", { email: "a@x.example,b@x.example" }, "email EMAIL_INVALID"],
  ["an export without the amounts", { mayExport: true }, "mayExport EXPORT_SHOWS_AMOUNTS"],
] as const)("%s is told at its field", async ([, changes, expected]) => {
  const input = { email: "correct@neuf.example", ...employe, ...changes };
  const answer = await equipe.asAdmin("equipe.invite", input);
  expect(answer).toMatchObject({ status: 422, refusal: "INVITATION_INVALID" });
  const [field, code] = expected.split(" ");
  expect(JSON.parse(answer.text)).toMatchObject({
    error: { json: { data: { problems: [{ field, code }] } } },
  });
});

test("a member, and an address that already waits, are not invited twice", async () => {
  const codeOf = async (email: string) =>
    /ALREADY_\w+/.exec((await equipe.asAdmin("equipe.invite", { email, ...employe })).text)?.[0];
  expect(await codeOf(equipe.societe.staff.employe.email.toUpperCase())).toBe("ALREADY_MEMBER");
  await equipe.invite("deux-fois@neuf.example");
  expect(await codeOf("DEUX-fois@neuf.example")).toBe("ALREADY_INVITED");
});

test("the mail goes out in the société's name, from the service's own address", async () => {
  await equipe.invite("expediteur@neuf.example");
  const mails = await equipe.doors.control.read((db) =>
    db.select().from(outbox).where(eq(outbox.to, "expediteur@neuf.example")),
  );
  expect(mails[0]).toMatchObject({ sender: equipe.societe.nom, status: "sent" });
  expect(mails[0]?.subject).toContain(equipe.societe.nom);
});

test("each act leaves a line in the audit and in the société's journal", async () => {
  const { token, invitationId } = await equipe.invite("trace@neuf.example");
  await equipe.register(token, "trace-moreau");
  const lines = await equipe.doors.control.read((db) =>
    db.select().from(audit).where(eq(audit.societeId, equipe.societe.id)),
  );
  const actions = lines.map(({ action, details }) => [action, details["entityId"] ?? null]);
  expect(actions).toContainEqual(["membre.invited", invitationId]);
  const journal = await equipe.asAdmin("journal.list", { entityId: invitationId });
  expect(journal.data).toMatchObject({
    rows: [{ kind: "membre.invited", payload: { email: "t…@neuf.example", role: "comptable" } }],
  });
  const all = await equipe.asAdmin("journal.list", {});
  expect(all.data).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ kind: "membre.joined", actorNom: "Lucas Moreau" }),
    ]),
  });
});

test("a weak password or a taken name is told at its field, and the link still serves", async () => {
  const { token } = await equipe.invite("exigeant@neuf.example");
  const people = { token, prenom: "", nom: "Moreau", username: "x", password: "motdepasse" };
  const refused = await equipe.call("invitation.register", people);
  expect(refused).toMatchObject({ status: 422, refusal: "REGISTRATION_INVALID" });
  for (const field of ["prenom", "username", "password"])
    expect(refused.text).toContain(`"field":"${field}"`);
  const taken = await equipe.register(token, equipe.societe.staff.admin.username);
  expect(taken).toMatchObject({ status: 409, refusal: "USERNAME_TAKEN" });
  expect((await equipe.register(token, "exigeant")).status).toBe(200);
});

test("a link lives seven days from the departure of its mail; sent again, another one does", async () => {
  const email = "sept-jours@neuf.example";
  const { token, invitationId } = await equipe.invite(email);
  await equipe.wait(7 * day - 1);
  expect((await read(token)).status).toBe(200);
  await equipe.wait(1);
  expect(await read(token)).toMatchObject({ refusal: "INVITATION_LINK_INVALID" });
  const expired = (await equipe.team()).invitations.find(({ id }) => id === invitationId);
  expect(expired).toMatchObject({ isExpired: true });
  expect((await equipe.asAdmin("equipe.resend", { invitationId })).status).toBe(200);
  const again = await equipe.linkTo(email);
  expect(again).not.toBe(token);
  expect(await read(token)).toMatchObject({ refusal: "INVITATION_LINK_INVALID" });
  expect((await read(again)).status).toBe(200);
});
