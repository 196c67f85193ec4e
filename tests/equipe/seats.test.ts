import { afterAll, beforeAll, expect, test } from "vitest";
import { anEquipe, employe } from "./an-equipe.ts";

let equipe: Awaited<ReturnType<typeof anEquipe>>;

beforeAll(async () => {
  equipe = await anEquipe();
});
afterAll(() => equipe.service.close());

test("a place promised is no longer free: nobody invited finds the door closed", async () => {
  const { seats } = await equipe.team();
  const free = (seats.limit ?? 0) - seats.taken;
  expect(free).toBeGreaterThan(0);
  for (let i = 0; i < free; i++)
    expect((await equipe.invite(`place-${i}@neuf.example`, employe)).answer.status).toBe(200);
  const oneTooMany = await equipe.invite("de-trop@neuf.example", employe);
  expect(oneTooMany.answer).toMatchObject({ status: 403, refusal: "SEATS_REACHED" });
  expect((await equipe.team()).seats).toMatchObject({ promised: free });
});

test("an accountant is always welcome, and takes a seat on becoming something else", async () => {
  const { answer, token } = await equipe.invite("expert@neuf.example");
  expect(answer.status).toBe(200);
  expect((await equipe.register(token, "expert")).status).toBe(200);
  const { members, seats } = await equipe.team();
  const expert = members.find(({ email }) => email === "expert@neuf.example");
  expect(seats.taken + seats.promised).toBe(seats.limit);
  const change = { userId: expert?.userId, ...employe };
  expect((await equipe.asAdmin("equipe.update", change)).status).toBe(200);
  expect((await equipe.team()).seats.taken).toBe(seats.taken + 1);
});

test("whoever joins once the places are taken waits, and joins when one is free", async () => {
  const { invitations, members, seats } = await equipe.team();
  const tokens = await Promise.all(invitations.map(({ email }) => equipe.linkTo(email)));
  const answers = [];
  for (const [i, token] of tokens.entries())
    answers.push(await equipe.register(token, `place-${i}-moreau`));
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused).toMatchObject([{ status: 403, refusal: "SEATS_REACHED" }]);
  expect((await equipe.team()).seats).toMatchObject({ taken: seats.limit, promised: 1 });
  const expert = members.find(({ email }) => email === "expert@neuf.example");
  await equipe.asAdmin("equipe.remove", { userId: expert?.userId });
  const waiting = tokens[answers.findIndex(({ status }) => status !== 200)] ?? "";
  expect((await equipe.register(waiting, "enfin-moreau")).status).toBe(200);
});
