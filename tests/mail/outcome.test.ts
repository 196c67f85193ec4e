import { expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { mailOutcome } from "#server/mail/mail-outcome";
import { aMail } from "./a-mail.ts";
import { anSmtpServer } from "./an-smtp-server.ts";

async function outcomesOf({ control }: Awaited<ReturnType<typeof aMail>>) {
  const rows = await control.read((db) => db.select().from(outbox).orderBy(outbox.id));
  return rows.map(mailOutcome);
}

test("a mail is told as accepted once a server has taken it, in that server's words", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue();
  expect(await outcomesOf(world)).toEqual([{ state: "waiting", retryAt: null, answer: null }]);
  await world.mail.flush();
  expect(await outcomesOf(world)).toEqual([
    { state: "accepted", at: expect.any(Number), answer: expect.stringMatching(/^250 /) },
  ]);
});

test("a server that cannot now is quoted with the time of the next try, one that never will is final", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue();
  server.fail({ at: "recipient", code: 450 });
  await world.mail.flush();
  expect(await outcomesOf(world)).toEqual([
    { state: "waiting", retryAt: expect.any(Number), answer: expect.stringMatching(/^450 /) },
  ]);
  server.fail({ at: "recipient", code: 550 });
  world.wait(5_000);
  await world.mail.flush();
  expect(await outcomesOf(world)).toEqual([
    { state: "refused", answer: expect.stringMatching(/^550 /) },
  ]);
});

test("no server at all says nothing of where ours is", async () => {
  const world = await aMail({ smtpUrl: "smtp://127.0.0.1:1" });
  await world.enqueue();
  await world.mail.flush();
  expect(await outcomesOf(world)).toEqual([
    { state: "waiting", retryAt: expect.any(Number), answer: null },
  ]);
});

test("a mail whose link opens nothing any more is not sent, and says why", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue({ tokenInvitationId: "0".repeat(32) });
  await world.mail.flush();
  expect(server.received).toEqual([]);
  expect(await outcomesOf(world)).toEqual([{ state: "skipped", why: "LINK_GONE" }]);
});
