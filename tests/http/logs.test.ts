import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { expect, onTestFinished, test } from "vitest";
import { dataPaths, parseSocieteId, societeFile } from "#server/tenancy/paths";
import { describeError, withoutSecrets } from "#server/without-secrets";
import { anSmtpServer } from "../mail/an-smtp-server.ts";
import { identite } from "../support/a-furnished-visitor.ts";
import { hasPages } from "../support/a-service.ts";
import { startServer } from "../support/start-server.ts";

const password = "agrafe-cheval-batterie-9";
const newPassword = "tournesol-vélo-granit-8";
const wrongPassword = "presque-le-bon-mot-7";
const email = "patronne@vasseur.example";
const clientEmail = "compta@brasserie.example";
const iban = "FR7630006000011234567890189";
const appOrigin = "https://facturepro.example";
const username = "vasseur-journaux";

async function aProduction() {
  const smtp = await anSmtpServer();
  const server = await startServer({
    env: {
      APP_MODE: "production",
      APP_ORIGIN: appOrigin,
      APP_SECRET: `k1:${"A".repeat(43)}=`,
      SMTP_URL: smtp.url,
      STRIPE_SECRET_KEY: "sk_test_x",
      STRIPE_WEBHOOK_SECRET: "whsec_x",
    },
  });
  onTestFinished(() => server.stop());
  let cookie = "";
  let societe = "";
  const call = (procedure: string, input: object) =>
    fetch(`${server.baseUrl}/api/trpc/${procedure}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-trpc-source": "test",
        origin: appOrigin,
        cookie,
        "x-societe": societe,
      },
      body: JSON.stringify({ json: input }),
    });
  const get = (path: string) => fetch(`${server.baseUrl}${path}`, { headers: { cookie } });
  const logIn = async (asked: string) => {
    const answer = await call("auth.login", { identifiant: username, password: asked });
    const [set = ""] = answer.headers.getSetCookie();
    if (answer.ok) cookie = set.split(";")[0] ?? "";
    return answer;
  };
  const enter = async () => {
    const me = await get("/api/trpc/auth.me");
    societe = (await me.json()).result.data.json.member.societeId;
    return parseSocieteId(societe);
  };
  return { smtp, server, call, get, logIn, enter, cookie: () => cookie };
}

/** Renames a table under the running service: whatever touches it fails for a reason nobody foresaw. */
async function breakTable(file: string, table: string): Promise<void> {
  const database = createClient({ url: pathToFileURL(file).href });
  await database.execute("PRAGMA legacy_alter_table = ON");
  await database.execute(`ALTER TABLE ${table} RENAME TO ${table}_ailleurs`);
  database.close();
}

/** Waits for what the service does by itself. */
const until = (found: () => boolean) => expect.poll(found, { timeout: 60_000 }).toBe(true);

test.runIf(hasPages)(
  "the log of a day, its refusals and its failures holds no password, token, address nor bank account",
  async () => {
    const { smtp, server, call, get, logIn, enter, cookie } = await aProduction();
    const registration = { nom_societe: "Menuiserie Vasseur", email, username, password };
    expect((await call("auth.register", registration)).status).toBe(200);
    expect((await logIn(wrongPassword)).status).toBe(401);
    expect((await logIn(password)).status).toBe(200);
    const first = cookie();
    const societeId = await enter();
    const client = {
      type: "professionnel",
      nom: "Brasserie Lumière",
      siren: "404833048",
      email: clientEmail,
      address: identite.address,
    };
    expect((await call("clients.create", client)).status).toBe(200);
    const paiement = {
      ...{ iban, bic: "AGRIFRPP", echeanceDays: 30, echeanceFinDeMois: false },
      ...{ penalitesRate: 1215, escompteRate: 0, escompteDays: 0 },
    };
    const changed = await call("societe.updatePaiement", {
      ...paiement,
      current_password: password,
    });
    expect(changed.status).toBe(200);

    expect((await call("auth.forgotPassword", { email })).status).toBe(200);
    const linkIn = () =>
      smtp.received.map(({ source }) => /reinitialiser\/([\w-]{43})/.exec(source)?.[1]);
    await until(() => linkIn().some((token) => token !== undefined));
    const token = linkIn().find((found) => found !== undefined) ?? "";
    expect((await get(`/reinitialiser/${token}`)).status).toBe(200);
    expect((await call("auth.resetPassword", { token, password: newPassword })).status).toBe(200);
    expect((await logIn(newPassword)).status).toBe(200);
    smtp.fail({ at: "recipient", code: 450 });
    expect((await call("auth.forgotPassword", { email })).status).toBe(200);
    await until(() => server.output().includes("mail not sent"));

    const control = dataPaths(server.dataDir).control;
    await breakTable(societeFile(server.dataDir, societeId, 1), "clients");
    expect((await call("clients.create", client)).status).toBe(500);
    await breakTable(control, "users");
    expect((await logIn(newPassword)).status).toBe(500);
    expect((await get(`/reinitialiser/${token}`)).status).toBeGreaterThanOrEqual(500);

    const output = server.output();
    expect(output).toContain("procedure failed");
    expect(output).toContain("no such table");
    const secrets = { password, newPassword, wrongPassword, email, clientEmail, iban, token };
    const sessions = { first: first.split("=")[1] ?? "", last: cookie().split("=")[1] ?? "" };
    for (const [name, secret] of Object.entries({ ...secrets, ...sessions })) {
      expect(secret.length, name).toBeGreaterThan(10);
      expect(output.includes(secret), `the log holds: ${name}`).toBe(false);
      expect(output.includes(encodeURIComponent(secret)), `the log holds: ${name}`).toBe(false);
    }
    expect(output).not.toMatch(/@(?!localhost)[\w-]+\.example|\$argon2/);
  },
);

test("an error is told without the values it carries", () => {
  const query = new Error(
    "Failed query: insert into users values (?)\nparams: claire@b.example,x\ny",
  );
  const failed = Object.assign(new Error("no", { cause: query }), {
    params: ["secret"],
    code: "E1",
  });
  const told = describeError(failed);
  expect(told).toMatchObject({ type: "Error", message: "no", code: "E1" });
  expect(told.cause?.message).toBe("Failed query: insert into users values (?)\nparams: [secret]");
  expect(told.stack).toMatch(/^ {4}at /);
  expect(JSON.stringify(told)).not.toMatch(/claire|"secret"/);
  expect(describeError("claire@b.example").message).toBe("[address]");
});

test("ids and sums stay readable, what opens a door does not", () => {
  const id = "0193a5b2c4d67e8f9012345678abcdef";
  expect(withoutSecrets(`facture ${id} of ${"ab".repeat(32)}`)).toContain(id);
  expect(withoutSecrets(`/reinitialiser/${"aB3_-".repeat(8)}xyz`)).toBe("/reinitialiser/[token]");
  expect(withoutSecrets("550 <claire@b.example>: no such user")).toBe(
    "550 <[address]>: no such user",
  );
  expect(withoutSecrets("of FR76 3000 6000 0112 3456 7890 189 it is")).toBe("of [iban] it is");
});
