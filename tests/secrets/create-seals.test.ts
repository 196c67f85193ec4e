import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createSeals } from "#server/secrets/create-seals";
import { openAppSecret } from "#server/secrets/open-app-secret";

const k1 = `k1:${Buffer.alloc(32, 1).toString("base64")}`;
const k2 = `k2:${Buffer.alloc(32, 2).toString("base64")}`;

test("what is sealed opens again, differs each time and shows nothing", () => {
  const seals = createSeals(k1);
  const [first, second] = [
    seals.seal("clé secrète é", "totp u1"),
    seals.seal("clé secrète é", "totp u1"),
  ];
  expect(first).not.toBe(second);
  expect(first).toMatch(/^k1\.[\w-]{16}\.[\w-]+$/);
  expect(Buffer.from(first.split(".")[2] ?? "", "base64url").toString()).not.toContain("secr");
  expect(seals.unseal(first, "totp u1")).toBe("clé secrète é");
});

test("sealed for one person, it does not open for another, nor touched, nor with another key", () => {
  const seals = createSeals(k1);
  const sealed = seals.seal("secret", "totp u1");
  expect(() => seals.unseal(sealed, "totp u2")).toThrow();
  expect(() => seals.unseal(`${sealed.slice(0, -2)}AA`, "totp u1")).toThrow();
  expect(() => createSeals(k2.replace("k2", "k1")).unseal(sealed, "totp u1")).toThrow();
  expect(() => createSeals(k2).unseal(sealed, "totp u1")).toThrow("k1");
  expect(() => seals.unseal("", "totp u1")).toThrow();
  expect(() => seals.unseal("k1..", "totp u1")).toThrow();
});

test("after a change of key the former one still opens, and says it is to be sealed again", () => {
  const sealed = createSeals(k1).seal("secret", "x");
  const rotated = createSeals(`${k2}, ${k1}`);
  expect(rotated.unseal(sealed, "x")).toBe("secret");
  expect(rotated.isOutdated(sealed)).toBe(true);
  const again = rotated.seal("secret", "x");
  expect(again).toMatch(/^k2\./);
  expect(rotated.isOutdated(again)).toBe(false);
});

test("the demonstration draws its secret once and keeps it to itself", () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "facturepro-secret-"));
  const drawn = openAppSecret({ APP_SECRET: undefined }, dataDir);
  expect(drawn).toMatch(/^k1:[\w+/]{43}=$/);
  expect(openAppSecret({ APP_SECRET: undefined }, dataDir)).toBe(drawn);
  expect(statSync(path.join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(openAppSecret({ APP_SECRET: k2 }, dataDir)).toBe(k2);
  rmSync(dataDir, { recursive: true });
});
