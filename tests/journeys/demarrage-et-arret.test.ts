import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { demoLogins } from "#server/demo/demo-logins";
import { startServer } from "../support/start-server.ts";
import { readEvents } from "../support/trpc-wire.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-start-"));
  folders.push(folder);
  return folder;
}

const production = {
  APP_MODE: "production",
  APP_ORIGIN: "https://facturepro.example",
  APP_SECRET: `k1:${"A".repeat(43)}=`,
  SMTP_URL: "smtp://localhost:2525",
  STRIPE_SECRET_KEY: "sk_test_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
};

const password = "quatre mots sans rapport";
const someone = { identifiant: "essai-arret", password };

/** One mutation over HTTP, as a page of this origin sends it. */
const call = (baseUrl: string, procedure: string, input: object, origin = baseUrl) =>
  fetch(`${baseUrl}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-trpc-source": "test", origin },
    body: JSON.stringify({ json: input }),
  });

test("a service told to stop ends its live streams, exits 0 and frees its data directory", async () => {
  const dataDir = await aFolder();
  const server = await startServer({ dataDir, env: production });
  const { baseUrl, child } = server;
  const { APP_ORIGIN } = production;
  const registration = {
    nom_societe: "Menuiserie Vasseur",
    email: "arret@vasseur.example",
    username: someone.identifiant,
    password,
  };
  expect((await call(baseUrl, "auth.register", registration, APP_ORIGIN)).status).toBe(200);
  const login = await call(baseUrl, "auth.login", someone, APP_ORIGIN);
  const cookie = login.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const me = await fetch(`${baseUrl}/api/trpc/auth.me`, { headers: { cookie } });
  const { societeId } = (await me.json()).result.data.json.member;

  const live = await fetch(`${baseUrl}/api/trpc/journal.live`, {
    headers: { cookie, "x-societe": societeId },
  });
  const seen: string[] = [];
  let isOpen: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  const ended = (async () => {
    for await (const { event, data } of readEvents(live)) {
      seen.push(event ?? data);
      if (seen.length === 2) isOpen();
    }
  })();
  await opened;
  const before = Date.now();
  child.kill("SIGTERM");
  const [[code]] = await Promise.all([once(child, "exit"), ended]);
  expect(code).toBe(0);
  expect(Date.now() - before).toBeLessThan(3_000);
  // Cut, not said to be over: a browser comes back when the service does.
  expect(seen).not.toContain("return");
  expect(seen).not.toContain("serialized-error");
  const again = await startServer({ dataDir, env: production });
  await again.stop();
});

test("a second process on the same data directory is refused, and says why", async () => {
  const second = startServer({ dataDir: inject("dataDir") });
  await expect(second).rejects.toThrow(/exited with 1/);
  await expect(second).rejects.toThrow(
    /did not start\. DATA_DIR: .+ is already served by another process\. One process per data directory/,
  );
  expect((await fetch(`${inject("baseUrl")}/sante/pret`)).status).toBe(200);
});

test("production refuses the directory of a demonstration, and the logins of one in its own", async () => {
  const demo = await aFolder();
  await (await startServer({ dataDir: demo })).stop();
  const onDemo = startServer({ dataDir: demo, env: production });
  await expect(onDemo).rejects.toThrow(/DATA_DIR: it holds the demonstration/);

  const own = await startServer({ env: production });
  for (const { username, password } of demoLogins) {
    expect(own.output()).not.toContain(username);
    const input = { identifiant: username, password };
    const answer = await call(own.baseUrl, "auth.login", input, production.APP_ORIGIN);
    expect((await answer.json()).error.json.data.refusal).toBe("LOGIN_FAILED");
  }
  expect((await fetch(`${own.baseUrl}/boite-aux-lettres`)).status).toBe(404);
  await own.stop();
});

test("a port already taken is told in one sentence", async () => {
  const holder = createServer();
  holder.listen(0, "localhost");
  await once(holder, "listening");
  const { port } = holder.address() as { port: number };
  const taken = startServer({ env: { ...production, PORT: String(port) } });
  await expect(taken).rejects.toThrow(/exited with 1/);
  await expect(taken).rejects.toThrow(
    `FacturePro did not start. PORT: cannot listen on localhost:${port}, another program already does.`,
  );
  await expect(taken).rejects.not.toThrow(/\n\s+at /);
  holder.close();
});
