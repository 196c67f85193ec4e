import { createHash } from "node:crypto";
import type { JournalRow } from "#db/tenant/schema/journal";

/** What the first line is chained to. */
export const genesisHash = "0".repeat(64);

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * The hash of a line, version 1: SHA-256 of the JSON array below, UTF-8. It covers who, when, what and the line
 * before, so that no line can be changed, moved or removed without breaking every later one.
 */
export function journalHash(row: Omit<JournalRow, "hash">): string {
  const { prevHash, id, at, kind, entityId, actorId, actorNom, payload } = row;
  return sha256(JSON.stringify([1, prevHash, id, at, kind, entityId, actorId, actorNom, payload]));
}
