import { createHash } from "node:crypto";
import type { JournalRow } from "#db/tenant/schema/journal";

/** What the first line is chained to. */
export const genesisHash = "0".repeat(64);

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The hash of a line: SHA-256 of the JSON array below, UTF-8. It covers who, when, what, from where and the line before,
 * so that no line can be changed, moved or removed without breaking every later one. Version 1: without an origin (lines
 * of before it was kept, and what the service does by itself); version 2: with one.
 */
export function journalHash(row: Omit<JournalRow, "hash">): string {
  const { prevHash, id, at, kind, entityId, actorId, actorNom, payload, origine } = row;
  const line = [prevHash, id, at, kind, entityId, actorId, actorNom, payload];
  return sha256(JSON.stringify(origine === null ? [1, ...line] : [2, ...line, origine]));
}
