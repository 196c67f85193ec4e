import { expect, test } from "vitest";
import { createPasswords, isKnownHash } from "#server/auth/passwords";
import { formerHashes, formerPassword } from "../reprise/a-legacy-file.ts";

const passwords = createPasswords();

test("a password kept by the former tool opens its account, and is to be kept anew", async () => {
  for (const stored of Object.values(formerHashes)) {
    expect(isKnownHash(stored)).toBe(true);
    expect(await passwords.verify(stored, formerPassword)).toBe(true);
    expect(await passwords.verify(stored, `${formerPassword} `)).toBe(false);
    expect(passwords.isOutdated(stored)).toBe(true);
  }
});

test("a hash made to hold the service for seconds, or cut short, opens nothing", async () => {
  const key = "a".repeat(64);
  for (const stored of [
    `pbkdf2:sha256:9999999$sel$${key}`,
    `pbkdf2:sha256:0$sel$${key}`,
    `scrypt:1048576:99:9$sel$${key}`,
    `scrypt:32767:8:1$sel$${key}`,
  ])
    expect(await passwords.verify(stored, formerPassword)).toBe(false);
  for (const stored of ["", "motdepasse-ancien", "md5$sel$abcdef", "pbkdf2:sha256:1000$sel$"])
    expect(isKnownHash(stored)).toBe(false);
});
