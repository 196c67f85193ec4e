import { desc } from "drizzle-orm";
import { type ActeRow, actes } from "#db/control/schema/actes";
import { canonicalJson } from "#server/domain/canonical-json";
import { genesisHash, sha256 } from "#server/journal/journal-hash";
import type { ControlTx } from "#server/tenancy/control";
import type { ActeKind } from "./acte-kinds.ts";
import type { Operator } from "./operator.ts";

type Acte = {
  readonly kind: ActeKind;
  /** Null: the whole service. */
  readonly societeId: string | null;
  /** 3 to 500 signs. */
  readonly reason: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** One line more in the platform's journal, in the transaction of the act itself: neither without the other. */
export async function recordActe(
  tx: ControlTx,
  { kind, societeId, reason, details = {} }: Acte,
  { userId, userName, now }: Operator,
): Promise<void> {
  const [last] = await tx
    .select({ id: actes.id, hash: actes.hash })
    .from(actes)
    .orderBy(desc(actes.id))
    .limit(1);
  const row = {
    id: (last?.id ?? 0) + 1,
    at: now.at,
    kind,
    actorId: userId,
    actorNom: userName,
    societeId,
    reason,
    details: canonicalJson(details),
    prevHash: last?.hash ?? genesisHash,
  };
  await tx.insert(actes).values({ ...row, hash: acteHash(row) });
}

/** SHA-256 of the JSON array below, UTF-8: who, when, what, to whom, why, and the line before. */
export function acteHash(row: Omit<ActeRow, "hash">): string {
  const { prevHash, id, at, kind, actorId, actorNom, societeId, reason, details } = row;
  const line = [1, prevHash, id, at, kind, actorId, actorNom, societeId, reason, details];
  return sha256(JSON.stringify(line));
}
