import type { Refusal } from "#server/domain/refusal";
import { byOf } from "./by-of.ts";
import type { Context } from "./context.ts";

/** What somebody may not do, and what they name that is not theirs. */
const isTold = (code: string): boolean =>
  ["AMOUNTS_HIDDEN", "ROLE_FORBIDDEN", "SOCIETE_MISMATCH"].includes(code) ||
  code.endsWith("_NOT_FOUND");

/**
 * A refused access goes into the journal of the société its author is in, after the answer. What was named is not written
 * down: it may be another société's. Strangers leave nothing in anybody's journal: they could fill it.
 */
export function noteRefusal(
  { doors, session, ...ctx }: Context,
  { code }: Refusal,
  procedure: string,
): void {
  const member = session?.member;
  if (!member || !isTold(code)) return;
  const sight = {
    kind: "acces.refused",
    entityId: member.societeId,
    payload: { code, procedure },
  } as const;
  doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}
