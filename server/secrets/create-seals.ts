import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Secrets the service must be able to read again (TOTP keys, passwords of other services), encrypted with AES-256-GCM
 * (ASVS 11.3.2). `context` says what is sealed and for whom: moved to another row or another use, it does not open.
 */
export type Seals = {
  /** @returns `k2.<nonce>.<ciphertext and tag>`, base64url */
  seal(text: string, context: string): string;
  /** @throws Error when the key is gone, the text was touched or the context is another's */
  unseal(sealed: string, context: string): string;
  /** Sealed with an older key than today's: to be sealed again at the next use. */
  isOutdated(sealed: string): boolean;
};

const tagBytes = 16;

/**
 * @param appSecret `k2:<base64 of 32 bytes>,k1:…`, newest first. The first seals; all open. A key leaves the list once
 * nothing is sealed with it.
 */
export function createSeals(appSecret: string): Seals {
  const keys = new Map(appSecret.split(",").map((entry) => keyOf(entry.trim())));
  const [newest] = keys;
  if (!newest) throw new Error("no key to seal with");
  const [newestId, newestKey] = newest;

  return {
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", newestKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([
        cipher.update(text, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return [newestId, nonce.toString("base64url"), body.toString("base64url")].join(".");
    },
    unseal(sealed, context) {
      const [id = "", nonce = "", body = ""] = sealed.split(".");
      const key = keys.get(id);
      if (!key) throw new Error(`APP_SECRET no longer holds the key ${id}`);
      const bytes = Buffer.from(body, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
      return text.toString("utf8");
    },
    isOutdated: (sealed) => !sealed.startsWith(`${newestId}.`),
  };
}

/** The secret itself never encrypts: another use would derive another key from it (RFC 5869). */
function keyOf(entry: string): [id: string, key: Buffer] {
  const [id = "", secret = ""] = entry.split(":");
  const derived = hkdfSync("sha256", Buffer.from(secret, "base64"), "", "facturepro seals v1", 32);
  return [id, Buffer.from(derived)];
}
