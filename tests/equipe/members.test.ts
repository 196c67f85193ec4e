import { afterAll, beforeAll, expect, test } from "vitest";
import { aLiveStream } from "../isolation/a-live-stream.ts";
import { aColleague, logIn } from "../support/a-staffed-societe.ts";
import { anEquipe, comptable, employe } from "./an-equipe.ts";

let equipe: Awaited<ReturnType<typeof anEquipe>>;

beforeAll(async () => {
  equipe = await anEquipe();
});
afterAll(() => equipe.service.close());

const aMember = (as: "admin" | "employe" | "comptable") =>
  aColleague(equipe.service, { mark: "Tilleul", as, societes: [equipe.societe.id] });

const listen = async (cookie: string) => {
  const stream = await aLiveStream(equipe.service, { cookie, societe: equipe.societe.id });
  await stream.waitFor(1);
  return stream;
};

test("somebody removed is out at once: their requests, their sessions, their live pages", async () => {
  const { userId, username, cookie } = await aMember("employe");
  const second = await logIn(equipe.service, username);
  const streams = [await listen(cookie), await listen(second)];
  expect((await equipe.asAdmin("equipe.remove", { userId })).status).toBe(200);
  for (const stream of streams) expect(await stream.endsWithin(1_000)).toBe(true);
  for (const each of [cookie, second]) {
    const answer = await equipe.call("clients.list", {}, each);
    expect(answer).toMatchObject({ status: 403, refusal: "SOCIETE_REQUIRED" });
    expect((await equipe.call("auth.me", undefined, each)).data).toMatchObject({
      member: null,
      memberships: [],
    });
  }
  expect((await equipe.team()).members.map((member) => member.userId)).not.toContain(userId);
});

test("a role changed acts on the next request, and the live page opens again with it", async () => {
  const { userId, cookie } = await aMember("employe");
  const stream = await listen(cookie);
  const change = { userId, ...comptable };
  expect((await equipe.asAdmin("equipe.update", change)).status).toBe(200);
  expect(await stream.endsWithin(1_000)).toBe(true);
  const write = await equipe.call("factures.draft", {}, cookie);
  expect(write).toMatchObject({ status: 403, refusal: "ROLE_FORBIDDEN" });
  const again = await listen(cookie);
  expect(again.status).toBe(200);
  again.leave();
});

test("what an employé may do acts on the next request too", async () => {
  const { userId, cookie } = await aMember("employe");
  const numbers = { serie: "facture", exercice: 2026 };
  expect(await equipe.call("factures.numbers", numbers, cookie)).toMatchObject({ status: 403 });
  const all = { mayIssue: false, maySeeOthersAmounts: true, mayExport: true };
  await equipe.asAdmin("equipe.update", { userId, role: "employe", ...all });
  expect(await equipe.call("factures.numbers", numbers, cookie)).toMatchObject({ status: 200 });
  const incoherent = { userId, ...employe, mayExport: true };
  expect(await equipe.asAdmin("equipe.update", incoherent)).toMatchObject({
    status: 422,
    refusal: "MEMBER_INVALID",
  });
});

test("settings of somebody who is no employé are those of the table", async () => {
  const { userId } = await aMember("comptable");
  await equipe.asAdmin("equipe.update", { userId, ...comptable, mayIssue: false });
  const { members } = await equipe.team();
  expect(members.find((member) => member.userId === userId)).toMatchObject({
    role: "comptable",
    mayIssue: true,
    maySeeOthersAmounts: true,
    mayExport: false,
  });
});

test("the last administrator can neither leave, nor be removed, nor take another role", async () => {
  const { userId } = equipe.societe.staff.admin;
  for (const [path, input] of [
    ["equipe.leave", {}],
    ["equipe.remove", { userId }],
    ["equipe.update", { userId, ...employe }],
  ] as const)
    expect(await equipe.asAdmin(path, input)).toMatchObject({ status: 409, refusal: "LAST_ADMIN" });
});

test("whoever leaves keeps the account and the other sociétés", async () => {
  const { cookie } = await aMember("comptable");
  expect((await equipe.call("equipe.leave", {}, cookie)).status).toBe(200);
  const me = await equipe.call("auth.me", undefined, cookie);
  expect(me.data).toMatchObject({ member: null, memberships: [] });
});

test("two administrators who leave at the same instant do not leave the société alone", async () => {
  const second = await aMember("admin");
  const answers = await Promise.all([
    equipe.asAdmin("equipe.leave", {}),
    equipe.call("equipe.leave", {}, second.cookie),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const stays = answers[0]?.status === 409 ? "asAdmin" : "second";
  const { data } = await (stays === "asAdmin"
    ? equipe.asAdmin("equipe.get", {})
    : equipe.call("equipe.get", {}, second.cookie));
  const { members } = data as { members: { role: string }[] };
  expect(members.filter(({ role }) => role === "admin")).toHaveLength(1);
});
