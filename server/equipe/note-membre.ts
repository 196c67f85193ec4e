import { audit } from "#db/control/schema/audit";
import { newId } from "#server/id";
import type { JournalKind } from "#server/journal/kinds";
import { recorded } from "#server/journal/recorded";
import { log } from "#server/log";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting, EquipeDoors } from "./equipe-doors.ts";

type MembreFact = {
  readonly kind: Extract<JournalKind, `membre.${string}`>;
  /** The person, or the invitation. */
  readonly entityId: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** The audit line of an act on the team, in the transaction of the act itself. */
export async function auditMembre(
  tx: ControlTx,
  { societeId, by }: Acting,
  { kind, entityId, payload }: MembreFact,
): Promise<void> {
  const { actor, now, origin } = by;
  const who = { userId: actor.userId, societeId, ip: origin.ip };
  const details = { entityId, ...payload };
  await tx.insert(audit).values({ id: newId(), at: now.at, action: kind, ...who, details });
}

/**
 * The line of the société's own journal, once the act is done: another database, so not the same transaction. Should it
 * fail, the act stands and the audit says it.
 */
export async function tellMembre(
  { tenancy }: Pick<EquipeDoors, "tenancy">,
  { societeId, by }: Acting,
  fact: MembreFact,
): Promise<void> {
  try {
    await recorded(tenancy.openTenant(societeId), by, (_, write) => write(fact));
  } catch (err) {
    log.error({ societeId, kind: fact.kind, err }, "act on the team not journalled");
  }
}

/** « l…@lenoir.example »: enough to recognise an address in a journal that is kept ten years. */
export const maskedEmail = (email: string): string =>
  email.replace(/^(.).*(?=@)/u, (_, first: string) => `${first}…`);
