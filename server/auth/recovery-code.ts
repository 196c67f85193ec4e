import { createHash, randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O nor U to mistake. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 16;
export const recoveryCodeCount = 10;

/** « 7F3K-92QD-XM4T-0BZH »: 80 bits, beyond guessing even from the stored hash (ASVS 6.5.2). */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** What is kept of a code; salted by its owner. Spaces, dashes and case do not count. */
export const hashRecoveryCode = (userId: string, code: string): string =>
  createHash("sha256")
    .update(`${userId} ${plainOf(code)}`)
    .digest("hex");

export const isRecoveryCode = (code: string): boolean =>
  new RegExp(`^[${alphabet}]{${length}}$`).test(plainOf(code));

const plainOf = (code: string): string =>
  code.replace(/[\s-]/g, "").toUpperCase().replace(/[IL]/g, "1").replaceAll("O", "0");
