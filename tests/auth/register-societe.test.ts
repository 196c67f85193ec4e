import { expect, test } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { defaultRules } from "#server/auth/throttles";
import { provisionSteps } from "#server/tenancy/provision";
import { aFolder, anAuth, type registration } from "./an-auth.ts";

test("a registration makes a société, its admin and a welcome mail", async () => {
  const { register, control } = await anAuth();
  await register({ nomSociete: "  Boulangerie   Martin & Fils " });

  const [societe] = await control.read((db) => db.select().from(societes));
  expect(societe).toMatchObject({
    nom: "Boulangerie Martin & Fils",
    slug: "boulangerie-martin-fils",
    status: "active",
  });
  const [membership] = await control.read((db) => db.select().from(memberships));
  expect(membership).toMatchObject({ societeId: societe?.id, role: "admin" });
  const [mail] = await control.read((db) => db.select().from(outbox));
  expect(mail).toMatchObject({ to: "claire@martin.example", status: "pending" });
  expect(mail?.text).toContain("https://facturepro.example/verifier-adresse/");
  expect(mail?.html).toContain("Boulangerie Martin &amp; Fils");
});

test("two sociétés of the same name have two addresses", async () => {
  const { register, control } = await anAuth();
  await register();
  await register({ email: "b@martin.example", username: "bruno" });
  const slugs = await control.read((db) => db.select({ slug: societes.slug }).from(societes));
  expect(slugs.map(({ slug }) => slug).sort()).toEqual([
    "boulangerie-martin",
    "boulangerie-martin-2",
  ]);
});

test("registering with a known address answers like a success, makes nothing and warns its owner", async () => {
  const { register, control, auth } = await anAuth();
  const first = await register();
  const hashes = auth.passwords.computed;
  const second = await register({ email: "CLAIRE@martin.example", username: "intrus" });

  expect(second).toEqual(first);
  expect(auth.passwords.computed - hashes).toBe(1); // as much work as for a stranger
  expect(await control.read((db) => db.$count(users))).toBe(1);
  expect(await control.read((db) => db.$count(societes))).toBe(1);
  const mails = await control.read((db) => db.select().from(outbox));
  expect(mails.map(({ subject }) => subject)).toContain("Vous avez déjà un compte FacturePro");
  expect(mails.every(({ to }) => to === "claire@martin.example")).toBe(true);
});

test("an address cannot be flooded by registering with it", async () => {
  const { register, control } = await anAuth();
  await register();
  for (let i = 0; i < 6; i++) await register({ username: `intrus${i}` });
  expect(await control.read((db) => db.$count(outbox))).toBe(1 + 3);
});

test("a username is unique whatever its case, and said to be taken", async () => {
  const { register } = await anAuth();
  await register();
  const again = register({ email: "autre@martin.example", username: "CLAIRE" });
  await expect(again).rejects.toMatchObject({
    code: "USERNAME_TAKEN",
    problems: [{ field: "username" }],
  });
});

test("of two registrations at once with one address, one société is made", async () => {
  const { register, control } = await anAuth();
  await Promise.all([register({ username: "claire1" }), register({ username: "claire2" })]);
  expect(await control.read((db) => db.$count(users))).toBe(1);
  expect(await control.read((db) => db.$count(societes))).toBe(1);
});

test("of two registrations at once with one username, one société is made and one refused", async () => {
  const { register, control } = await anAuth();
  const outcomes = await Promise.allSettled([register(), register({ email: "b@martin.example" })]);
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([
    expect.objectContaining({ reason: expect.objectContaining({ code: "USERNAME_TAKEN" }) }),
  ]);
  expect(await control.read((db) => db.$count(societes))).toBe(1);
});

const hostile: readonly [string, Partial<typeof registration>, string][] = [
  ["an empty name", { nomSociete: " \t " }, "nom_societe"],
  ["a name of emoji only", { nomSociete: "🥖🥐" }, "nom_societe"],
  ["a name with a control character", { nomSociete: "Martin\u0000 SARL" }, "nom_societe"],
  ["a name with a line break", { nomSociete: "Martin\r\nBcc: x@y.example" }, "nom_societe"],
  ["a name that reads backwards", { nomSociete: "Martin \u202Etxt.exe" }, "nom_societe"],
  ["a name of 10,000 letters", { nomSociete: "a".repeat(10_000) }, "nom_societe"],
  ["half an emoji", { nomSociete: "Martin \uD83E" }, "nom_societe"],
  ["an address without domain", { email: "claire@" }, "email"],
  ["two addresses", { email: "a@b.example,c@d.example" }, "email"],
  ["an address with a line break", { email: "a@b.example\nBcc: c@d.example" }, "email"],
  ["an address of 10,000 letters", { email: `${"a".repeat(10_000)}@b.example` }, "email"],
  ["a username with a space", { username: "claire martin" }, "username"],
  ["a username that looks like an address", { username: "a@b.example" }, "username"],
  ["a username in Arabic", { username: "كلير" }, "username"],
  ["a short password", { password: "court" }, "password"],
  ["a password of 10,000 letters", { password: "ab".repeat(5000) }, "password"],
  ["the password everybody has", { password: "Motdepasse2026!" }, "password"],
  ["a password made of the name", { password: "boulangerie martin 75" }, "password"],
];

test.for(hostile)("%s is refused on its field and changes nothing", async ([, changes, field]) => {
  const { register, control } = await anAuth();
  await expect(register(changes)).rejects.toMatchObject({
    code: "REGISTRATION_INVALID",
    problems: [{ field }],
  });
  expect(await control.read((db) => db.$count(societes))).toBe(0);
});

test("names in other alphabets, with accents or an emoji, are kept as written", async () => {
  const { register, control } = await anAuth();
  const noms = ["Œuvre & Ængel", "مخبز السلام", "Élan 🚀 d’Or"];
  for (const [i, nomSociete] of noms.entries())
    await register({ nomSociete, email: `a${i}@b.example`, username: `user${i}` });
  const rows = await control.read((db) => db.select().from(societes).orderBy(societes.id));
  expect(rows.map(({ nom }) => nom)).toEqual(noms);
  expect(rows.map(({ slug }) => slug)).toEqual(["oeuvre-aengel", "societe", "elan-d-or"]);
});

test("every wrong field is named at once", async () => {
  const { register } = await anAuth();
  const wrong = { nomSociete: "", email: "x", username: "", password: "" };
  await expect(register(wrong)).rejects.toMatchObject({
    problems: ["nom_societe", "email", "username", "password"].map((field) => ({ field })),
  });
});

test.for(provisionSteps.slice(0, provisionSteps.indexOf("admitted")))(
  "a registration that dies once %s leaves nothing, and the address can be used again",
  async (deadly) => {
    const dataDir = await aFolder();
    let reached = () => {};
    const died = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const before = await anAuth({
      dataDir,
      onProvisionStep: (step) => {
        if (step !== deadly) return;
        reached();
        return new Promise<never>(() => {}); // as after a kill: nothing more of it ever runs
      },
    });
    void before.register();
    await died;

    const { register, login, control } = await anAuth({ dataDir });
    expect(await control.read((db) => db.$count(societes))).toBe(0);
    expect(await control.read((db) => db.$count(users))).toBe(0);
    await register();
    await expect(login()).resolves.toMatchObject({ mustChooseSociete: false });
  },
);

test("a registration that dies once admitted is made: its owner logs in", async () => {
  const dataDir = await aFolder();
  let reached = () => {};
  const died = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const before = await anAuth({
    dataDir,
    onProvisionStep: (step) => {
      if (step !== "admitted") return;
      reached();
      return new Promise<never>(() => {});
    },
  });
  void before.register();
  await died;

  const { login, find, tenancy, control } = await anAuth({ dataDir });
  const member = (await find((await login()).token))?.member;
  if (member?.nom !== "Boulangerie Martin") throw new Error("not made");
  await expect(tenancy.openTenant(member.societeId).read(async () => "open")).resolves.toBe("open");
  expect(await control.read((db) => db.$count(outbox))).toBe(1);
});

test("a network that makes too many sociétés is refused, its neighbour is not", async () => {
  const many = { kind: "window", limit: 9, span: 1000 } as const;
  const { register } = await anAuth({
    rules: { ...defaultRules, network: many, registration: { ...many, limit: 2 } },
  });
  const one = (i: number, ip: string) =>
    register({ email: `a${i}@b.example`, username: `user${i}`, ip });
  await one(1, "2001:db8:0:1::1");
  await one(2, "2001:db8:0:1:ffff::2");
  await expect(one(3, "2001:db8::1:0:0:0:3")).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  await expect(one(4, "2001:db8:0:2::1")).resolves.toBeUndefined();
});
