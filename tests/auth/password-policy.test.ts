import { expect, test } from "vitest";
import { problemOfPassword } from "#server/auth/password-policy";

const identity = ["Boulangerie Martin & Fils", "claire", "c.martin@boulangerie.example"];

const refused: readonly [string, string][] = [
  ["onze-signes", "PASSWORD_TOO_SHORT"],
  ["🥖".repeat(11), "PASSWORD_TOO_SHORT"],
  ["ab".repeat(65), "PASSWORD_TOO_LONG"],
  ["Claire-agrafe-batterie", "PASSWORD_CONTAINS_IDENTITY"],
  ["xx Cl4ire xx 99 vélo", "PASSWORD_CONTAINS_IDENTITY"],
  ["boulangerie martin fils", "PASSWORD_CONTAINS_IDENTITY"],
  ["mon c.martin à moi", "PASSWORD_CONTAINS_IDENTITY"],
  ["motdepasse123", "PASSWORD_TOO_COMMON"],
  ["P@ssw0rd!2026", "PASSWORD_TOO_COMMON"],
  ["Azertyuiop12", "PASSWORD_TOO_COMMON"],
  ["123456789012", "PASSWORD_TOO_COMMON"],
  ["aaaaaaaaaaaaaaaa", "PASSWORD_TOO_COMMON"],
  ["abcdefghijklmnop", "PASSWORD_TOO_COMMON"],
  ["a b c d e f g h i j k", "PASSWORD_TOO_COMMON"],
  ["Bonjour2026!!", "PASSWORD_TOO_COMMON"],
  ["qwertyqwerty1", "PASSWORD_TOO_COMMON"],
  ["Motdepasse2026!", "PASSWORD_TOO_COMMON"],
  ["FacturePro2026", "PASSWORD_TOO_COMMON"],
];

test.for(refused)("« %s » is refused: %s", async ([password, problem]) => {
  expect(await problemOfPassword(password, { identity })).toBe(problem);
});

test.for([
  "agrafe cheval batterie correct",
  "Un été à Besançon, 1987",
  "9$7k!2#8@4%1^5q&",
  "xT4vQ9mLw2Zr",
  "密码是一个很长的句子哦对吧",
])("« %s » is accepted", async (password) => {
  expect(await problemOfPassword(password, { identity })).toBeNull();
});

test("a word of three letters in the name forbids nothing", async () => {
  const words = ["SAS", "jo", "jo@sas.example"];
  expect(await problemOfPassword("agrafe-sas-batterie", { identity: words })).toBeNull();
});

test("the operator's staff needs fifteen signs", async () => {
  const owner = { identity: [], isSuperAdmin: true };
  expect(await problemOfPassword("xT4vQ9mLw2Zr", owner)).toBe("PASSWORD_TOO_SHORT_FOR_STAFF");
  expect(await problemOfPassword("xT4vQ9mLw2Zr-7b", owner)).toBeNull();
});

test("a long password is judged on its beginning: judging it never takes long", async () => {
  expect(
    await problemOfPassword("4@8({[<369&6#!1/|0$5+7%2".repeat(5), { identity: [] }),
  ).toBeNull();
  expect(await problemOfPassword("a1".repeat(64), { identity: [] })).toBe("PASSWORD_TOO_COMMON");
});
