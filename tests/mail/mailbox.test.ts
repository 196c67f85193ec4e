import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { aMail } from "./a-mail.ts";

test("without SMTP_URL mails are kept as .eml files and read newest first", async () => {
  const { mail, enqueue, dataDir } = await aMail();
  const first = await enqueue();
  await setTimeout(2); // ids are ordered by the millisecond
  const second = await enqueue({ to: "yann@client.example" });
  await mail.flush();

  const { mailbox } = mail;
  expect(await mailbox?.listMails()).toMatchObject([
    { id: second, to: "yann@client.example", subject: "Été à l’œuvre" },
    { id: first, to: "zoe@client.example" },
  ]);
  expect(await mailbox?.listMails(1)).toHaveLength(1);
  const read = await mailbox?.readMail(first);
  expect(read?.text).toContain("Bonjour <Zoé>,");
  expect(read?.html).toContain("Bonjour &lt;Zoé&gt;,");
  const eml = await readFile(join(dataDir, "boite-aux-lettres", `${first}.eml`), "utf8");
  expect(eml).toContain(`Message-ID: <${first}@facturepro.example>\r\n`);
  expect((await stat(join(dataDir, "boite-aux-lettres"))).mode & 0o077).toBe(0);
});

test("an empty letter box lists nothing", async () => {
  const { mail } = await aMail();
  expect(await mail.mailbox?.listMails()).toEqual([]);
});

test("only a mail's own id opens it", async () => {
  const { mail, enqueue } = await aMail();
  await enqueue();
  await mail.flush();
  for (const id of ["", "../control", "..%2fcontrol.db", "0".repeat(32), "a".repeat(10_000)])
    expect(await mail.mailbox?.readMail(id)).toBeNull();
});

test("the same mail delivered twice is one mail", async () => {
  const { mail, enqueue, control, dataDir } = await aMail();
  await enqueue();
  await mail.flush();
  await control.write((tx) => tx.update(outbox).set({ status: "pending" }));
  await mail.flush();
  expect(await mail.mailbox?.listMails()).toHaveLength(1);
  expect(await readdir(join(dataDir, "boite-aux-lettres"))).toHaveLength(2);
});

test("with SMTP_URL there is no letter box to read", async () => {
  const { mail } = await aMail({ smtpUrl: "smtp://127.0.0.1:1" });
  expect(mail.mailbox).toBeNull();
});
