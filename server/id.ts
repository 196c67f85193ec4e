import { randomUUID } from "node:crypto";

/**
 * A new entity id: 32 hexadecimal digits, a UUIDv7 (RFC 9562) without dashes. Time-ordered, so that
 * inserts stay at the end of the primary key's tree.
 */
export function newId(): string {
  const drawn = randomUUID().replaceAll("-", ""); // of version 4: its first half makes way, its variant is the same
  return `${Date.now().toString(16).padStart(12, "0")}7${drawn.slice(13)}`;
}

export const idPattern = /^[0-9a-f]{32}$/;
