import { randomBytes } from "node:crypto";

/**
 * A new entity id: 32 hexadecimal digits, a UUIDv7 (RFC 9562) without dashes. Time-ordered, so that
 * inserts stay at the end of the primary key's tree.
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex");
}

export const idPattern = /^[0-9a-f]{32}$/;
