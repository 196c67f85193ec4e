import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { audit } from "#db/control/schema/audit";
import { outbox } from "#db/control/schema/outbox";
import { sweepAccounts } from "#server/auth/sweep-accounts";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { anAuth } from "../auth/an-auth.ts";
import { root } from "../support/a-service.ts";

const day = 86_400_000;

test("the text of mails is forgotten after 30 days, those that still wait excepted", async () => {
  const { control, clock } = await anAuth();
  const { at } = clock();
  const content = () => ({ subject: "Sujet", html: "<p>Bonjour</p>", text: "Bonjour" });
  const ids = await control.write(async (tx) => {
    const sent = await enqueueMail(tx, { to: "claire@martin.example", content }, at);
    await tx.update(outbox).set({ status: "sent", sentAt: at });
    return [sent, await enqueueMail(tx, { to: "claire@martin.example", content }, at)];
  });
  const kept = async () =>
    (await control.read((db) => db.select({ id: outbox.id }).from(outbox))).map(({ id }) => id);
  await sweepAccounts(control, at + 29 * day);
  expect((await kept()).sort()).toEqual([...ids].sort());
  await sweepAccounts(control, at + 31 * day);
  expect(await kept()).toEqual([ids[1]]);
});

test("after a year the audit forgets from where, and nothing else; no line of it can be rewritten", async () => {
  const { control, clock } = await anAuth();
  const { at } = clock();
  const line = { id: newId(), at, action: "user.erased", userId: newId(), ip: "192.0.2.1" };
  await control.write((tx) => tx.insert(audit).values(line));
  const read = async () => (await control.read((db) => db.select().from(audit)))[0];
  await sweepAccounts(control, at + 364 * day);
  expect(await read()).toMatchObject(line);
  await sweepAccounts(control, at + 366 * day);
  expect(await read()).toMatchObject({ ...line, ip: null });
  for (const change of [{ ip: "192.0.2.2" }, { action: "user.other" }, { at: 0 }, { userId: null }])
    await expect(control.write((tx) => tx.update(audit).set(change))).rejects.toThrow();
  await expect(control.write((tx) => tx.delete(audit))).rejects.toThrow();
});

test("the register names code that exists", () => {
  const page = readFileSync(path.join(root, "docs/gdpr.md"), "utf8");
  const named = [...page.matchAll(/`(server\/[\w./-]+)`/g)].map(([, file = ""]) => file);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
