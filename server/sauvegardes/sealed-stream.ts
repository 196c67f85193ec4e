import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { Transform } from "node:stream";
import { TenancyError } from "#server/tenancy/tenancy-error";
import type { BackupKeys } from "./backup-keys.ts";

/** `FPS1`, length of the key's id, the id, 12 bytes of nonce, AES-256-GCM, 16 bytes of tag. */
const magic = Buffer.from("FPS1");
const nonceBytes = 12;
const tagBytes = 16;
const longestHeader = magic.length + 1 + 255 + nonceBytes;

/** Encrypts what flows through; a file moved under another name, or cut, does not open. */
export function sealing({ id, key }: NonNullable<BackupKeys["newest"]>, name: string): Transform {
  const nonce = randomBytes(nonceBytes);
  const header = Buffer.concat([magic, Buffer.from([id.length]), Buffer.from(id), nonce]);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aadOf(header, name));
  let begun = false;
  return new Transform({
    transform(chunk, _, done) {
      if (!begun) this.push(header);
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      if (!begun) this.push(header);
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

const aadOf = (header: Buffer, name: string) => Buffer.concat([header, Buffer.from(name)]);

export type Unsealing = {
  /** Where the encrypted bytes begin and end, for `createReadStream` (the end included). */
  readonly from: number;
  readonly to: number;
  /** Deciphers them; fails at the end when a single bit was touched. */
  readonly stream: Transform;
};

/** The id of the key a file is sealed with; null when there is no such file, or nothing sealed in it. */
export async function sealedBy(path: string): Promise<string | null> {
  const file = await open(path, "r").catch(() => null);
  if (!file) return null;
  try {
    const head = Buffer.alloc(longestHeader);
    await file.read(head, 0, head.length, 0);
    if (!head.subarray(0, magic.length).equals(magic)) return null;
    const from = magic.length + 1;
    return head.toString("utf8", from, from + (head[magic.length] ?? 0));
  } finally {
    await file.close();
  }
}

/** @throws TenancyError BACKUP_UNREADABLE when the file is no sealed one, or its key is gone */
export async function unsealing(path: string, keys: BackupKeys, name: string): Promise<Unsealing> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, longestHeader));
    await file.read(head, 0, head.length, 0);
    const from = magic.length + 1 + (head[magic.length] ?? 0) + nonceBytes;
    if (!head.subarray(0, magic.length).equals(magic) || size < from + tagBytes)
      throw new TenancyError("BACKUP_UNREADABLE", `${name} is not a sealed file`);
    const id = head.toString("utf8", magic.length + 1, from - nonceBytes);
    const key = keys.find(id);
    if (!key) throw new TenancyError("BACKUP_UNREADABLE", `BACKUP_KEY does not hold the key ${id}`);
    const tag = Buffer.alloc(tagBytes);
    await file.read(tag, 0, tagBytes, size - tagBytes);
    const decipher = createDecipheriv("aes-256-gcm", key, head.subarray(from - nonceBytes, from), {
      authTagLength: tagBytes,
    })
      .setAAD(aadOf(head.subarray(0, from), name))
      .setAuthTag(tag);
    return { from, to: size - tagBytes - 1, stream: decipher };
  } finally {
    await file.close();
  }
}
