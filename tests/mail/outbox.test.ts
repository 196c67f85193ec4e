import { expect, test } from "vitest";
import { outbox } from "#db/control/schema/outbox";
import { users } from "#db/control/schema/users";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { renderMail } from "#server/mail/render-mail";
import { tokenPlace } from "#server/mail/token-place";
import { aMail } from "./a-mail.ts";
import { anSmtpServer } from "./an-smtp-server.ts";

const minute = 60_000;

const rowsOf = ({ control }: Awaited<ReturnType<typeof aMail>>) =>
  control.read((db) => db.select().from(outbox).orderBy(outbox.id));

test("a mail put in the outbox arrives once, with both its texts and a sender of ours", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  const id = await world.enqueue();
  await world.mail.flush();
  await world.mail.flush();

  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({
    from: "ne-pas-repondre@facturepro.example",
    to: ["zoe@client.example"],
  });
  const source = server.received[0]?.source;
  expect(source).toContain(`Message-ID: <${id}@facturepro.example>`);
  expect(source).toContain("Date: Mon, 02 Mar 2026 09:00:00 +0000");
  expect(source).toContain("Auto-Submitted: auto-generated");
  expect(source).toContain("text/plain");
  expect(source).toContain("text/html");
  expect(await rowsOf(world)).toMatchObject([{ status: "sent", attempts: 1, lastError: null }]);
});

test("a mail is kept while the server fails, and leaves once when it recovers", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue();
  server.fail({ at: "data", code: 451 });
  await world.mail.flush();
  expect(await rowsOf(world)).toMatchObject([{ status: "pending", attempts: 1 }]);

  await world.mail.flush(); // not due yet
  expect(await rowsOf(world)).toMatchObject([
    { attempts: 1, lastError: expect.stringContaining("451") },
  ]);

  server.fail(null);
  world.wait(5_000);
  await world.mail.flush();
  world.wait(60 * minute);
  await world.mail.flush();
  expect(server.received).toHaveLength(1);
  expect(await rowsOf(world)).toMatchObject([{ status: "sent", attempts: 2 }]);
});

test("no server at all is a reason to try again, ever more slowly, for two days", async () => {
  const world = await aMail({ smtpUrl: "smtp://127.0.0.1:1" });
  await world.enqueue();
  const waits: number[] = [];
  for (;;) {
    await world.mail.flush();
    const [row] = await rowsOf(world);
    if (row?.status !== "pending") break;
    const due = row.nextAt - row.createdAt - waits.reduce((sum, wait) => sum + wait, 0);
    waits.push(due);
    world.wait(due);
  }
  expect(waits.slice(0, 6)).toEqual([5_000, 15_000, minute, 5 * minute, 15 * minute, 60 * minute]);
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  expect(total).toBeGreaterThan(48 * 60 * minute);
  const [row] = await rowsOf(world);
  expect(row).toMatchObject({
    status: "failed",
    lastError: expect.stringContaining("ECONNREFUSED"),
  });
});

test("a mailbox that does not exist is not tried again, and does not hold up the others", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue({ to: "personne@client.example" });
  server.fail({ at: "recipient", code: 550 });
  await world.mail.flush();
  server.fail(null);
  await world.enqueue();
  world.wait(60 * minute);
  await world.mail.flush();
  expect(server.received.map(({ to }) => to)).toEqual([["zoe@client.example"]]);
  expect((await rowsOf(world)).map(({ status }) => status)).toEqual(["failed", "sent"]);
});

test("flushing twice at once sends once", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  for (let i = 0; i < 25; i++) await world.enqueue({ to: `client${i}@client.example` });
  await Promise.all([world.mail.flush(), world.mail.flush()]);
  expect(server.received).toHaveLength(25);
  expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(25);
});

test("a mail accepted just before a crash leaves again under the same Message-ID", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue();
  await world.mail.flush();
  // What a kill between the acceptance and the commit leaves behind:
  await world.control.write((tx) => tx.update(outbox).set({ status: "pending", attempts: 0 }));
  await world.open().flush();
  const ids = server.received.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("the worker wakes by itself when told, and finishes before it rests", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  world.mail.start();
  await world.enqueue();
  world.mail.wake();
  await expect.poll(() => server.received.length, { timeout: 5_000 }).toBe(1);
  await world.mail.stop();
  await world.enqueue();
  world.mail.wake();
  await world.mail.flush();
  expect(server.received).toHaveLength(1);
});

test("a mail of a transaction that fails never leaves", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  const content = renderMail({ subject: "x", paragraphs: [] });
  const act = world.control.write(async (tx) => {
    await enqueueMail(tx, { to: "zoe@client.example", content: () => content }, 0);
    throw new Error("the act fails");
  });
  await expect(act).rejects.toThrow("the act fails");
  await world.mail.flush();
  expect(server.received).toEqual([]);
});

test("a hostile subject opens no header and adds no recipient", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  const content = renderMail({
    subject: "Bienvenue\r\nBcc: pirate@mal.example\r\n\r\n<script>",
    paragraphs: ["<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@y.example>"],
  });
  await world.enqueue({ content: () => content });
  await world.mail.flush();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.to).toEqual(["zoe@client.example"]);
  const [headers] = (server.received[0]?.source ?? "").split("\r\n\r\n");
  expect(headers).not.toMatch(/^bcc:/im);
  expect(content.html).not.toContain("<script>");
});

test("a link's secret is drawn when the mail leaves, and the outbox never holds it", async () => {
  const server = await anSmtpServer();
  const secret = "s3cr3t-0123456789-abcdefghijklmnopqrstuvwxyz";
  const world = await aMail({
    smtpUrl: server.url,
    drawToken: async ({ userId }) => (userId === "u1" ? secret : null),
  });
  await world.control.write((tx) =>
    tx.insert(users).values(
      ["u1", "u2"].map((id) => {
        const email = `${id}@client.example`;
        return { id, email, emailKey: email, username: id, passwordHash: "x", createdAt: 0 };
      }),
    ),
  );
  const url = `https://facturepro.example/reinitialiser/${tokenPlace}`;
  const content = renderMail({ subject: "Lien", paragraphs: [], action: { label: "Ici", url } });
  await world.enqueue({ content: () => content, link: { userId: "u1", kind: "password_reset" } });
  await world.enqueue({ content: () => content, link: { userId: "u2", kind: "password_reset" } });
  await world.mail.flush();

  expect(server.received).toHaveLength(1);
  const source = (server.received[0]?.source ?? "").replaceAll("=\r\n", "");
  expect(source).toContain(secret);
  expect(source).not.toContain(tokenPlace);
  const rows = await rowsOf(world);
  expect(rows.map(({ status }) => status).sort()).toEqual(["failed", "sent"]);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test("the same fact told twice is one mail, and a deliberate second mail always leaves", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  await world.enqueue({ key: "banque:1:zoe" });
  await world.enqueue({ key: "banque:1:zoe" });
  await world.enqueue({ key: "banque:2:zoe" });
  await world.enqueue();
  await world.enqueue();
  await world.mail.flush();
  await world.enqueue({ key: "banque:1:zoe" });
  await world.mail.flush();
  expect(server.received).toHaveLength(4);
});

test("no line break in a subject or a recipient ever begins a header", async () => {
  const server = await anSmtpServer();
  const world = await aMail({ smtpUrl: server.url });
  const content = renderMail({ subject: "Été\r\nBcc: pirate@x.example", paragraphs: ["Bonjour"] });
  await world.enqueue({ content: () => content });
  await world.mail.flush();
  expect(server.received[0]?.to).toEqual(["zoe@client.example"]);
  expect(server.received[0]?.source.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/m);
  for (const to of [
    "zoe@client.example\r\nBcc: pirate@x.example",
    "zoe@client.example, pirate@x.example",
    "<zoe@client.example>",
    "zoe",
  ])
    await expect(world.enqueue({ to })).rejects.toThrow("not one bare address");
});

test("a mail is laid out in the language its reader chose, in French until they choose", async () => {
  const { control, enqueue } = await aMail({});
  const world = { control } as Awaited<ReturnType<typeof aMail>>;
  const person = { passwordHash: "$argon2id$", createdAt: 0 };
  const zoe = { id: "u1", email: "zoe@client.example", emailKey: "zoe@client.example" };
  await control.write((tx) => tx.insert(users).values({ ...zoe, ...person, username: "zoe" }));
  const content = (langue: string) => ({ subject: langue, html: "", text: "" });
  await enqueue({ content });
  await control.write((tx) => tx.update(users).set({ langue: "en" }));
  await enqueue({ content });
  await enqueue({ content, to: "inconnu@client.example" });
  await enqueue({ content, to: "nouvelle@client.example", langue: "en" });
  expect((await rowsOf(world)).map(({ subject }) => subject)).toEqual(["fr", "en", "fr", "en"]);
});
