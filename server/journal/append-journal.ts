import { journal } from "#db/tenant/schema/journal";
import type { Moment } from "#server/domain/calendar-day";
import { canonicalJson } from "#server/domain/canonical-json";
import { fixedInsert, fixedQuery } from "#server/tenancy/fixed-statement";
import type { TenantTx } from "#server/tenancy/tenant";
import type { Actor } from "./actor.ts";
import { genesisHash, journalHash } from "./journal-hash.ts";
import type { JournalKind, LiveEvent } from "./kinds.ts";

export type Fact = {
  readonly kind: JournalKind;
  /** The facture for whatever happens to it (règlements too): its timeline is one query. */
  readonly entityId: string;
  /** Everything the hash must cover (ISCA §50): amounts, hashes of the content, method… */
  readonly payload?: unknown;
};

type By = {
  readonly actor: Actor;
  readonly now: Moment;
  /** Id of a row of `origines`. */
  readonly origine: string | null;
};

const headOf = fixedQuery<{ id: number; hash: string }>(
  "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1",
);
const insertLine = fixedInsert(journal, [
  "id",
  "at",
  "kind",
  "entityId",
  "actorId",
  "actorNom",
  "payload",
  "origine",
  "prevHash",
  "hash",
]);

/** Add one line to the journal, chained to the last, inside the transaction of the fact itself. */
export async function appendJournal(
  tx: TenantTx,
  { kind, entityId, payload = {} }: Fact,
  { actor, now, origine }: By,
): Promise<LiveEvent> {
  const [head] = await headOf(tx);
  const row = {
    id: (head?.id ?? 0) + 1,
    at: now.at,
    kind,
    entityId,
    actorId: actor.userId,
    actorNom: actor.userName,
    payload: canonicalJson(payload),
    origine,
    prevHash: head?.hash ?? genesisHash,
  };
  await insertLine(tx, { ...row, hash: journalHash(row) });
  return { id: row.id, kind, entityId };
}
