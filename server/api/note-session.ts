import type { Member } from "#server/auth/session-view";
import { byOf } from "./by-of.ts";
import type { Context } from "./context.ts";

type Step = "session.opened" | "session.left" | "session.ended";

/** Coming into a société, leaving it for another, logging out: a line of its journal, after the answer. */
export function noteSession(ctx: Context, kind: Step, member: Member | null | undefined): void {
  if (!member) return;
  const sight = { kind, entityId: member.userId, payload: { role: member.role } };
  ctx.doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}
