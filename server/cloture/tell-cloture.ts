import { audit } from "#db/control/schema/audit";
import { newId } from "#server/id";
import type { JournalKind } from "#server/journal/kinds";
import { recorded } from "#server/journal/recorded";
import { log } from "#server/log";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting, ClotureDoors } from "./cloture-doors.ts";

type ClotureFact = {
  readonly kind: Extract<JournalKind, `societe.deletion_${string}`>;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** The audit line of a request, or of its end, in its own transaction. */
export async function auditCloture(
  tx: ControlTx,
  { societeId, by }: Acting,
  { kind, payload }: ClotureFact,
): Promise<void> {
  const { actor, now, origin } = by;
  const who = { userId: actor.userId, societeId, ip: origin.ip };
  await tx
    .insert(audit)
    .values({ id: newId(), at: now.at, action: kind, ...who, details: payload });
}

/** The same in the société's own journal, once done: another database. Should it fail, the audit says it. */
export async function tellCloture(
  { tenancy }: Pick<ClotureDoors, "tenancy">,
  { societeId, by }: Acting,
  fact: ClotureFact,
): Promise<void> {
  try {
    await recorded(tenancy.openTenant(societeId), by, (_, write) =>
      write({ ...fact, entityId: societeId }),
    );
  } catch (err) {
    log.error({ societeId, kind: fact.kind, err }, "deletion of a société not journalled");
  }
}
