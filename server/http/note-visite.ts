import { byOf } from "#server/api/by-of";
import type { Context } from "#server/api/context";

/** A page seen during a visit: a line of the société's own journal, after the answer. */
export function noteVisite(ctx: Context, { method, url }: Request): void {
  const { visite, member } = ctx.session ?? {};
  if (!visite || !member || method !== "GET") return;
  const page = new URL(url).pathname.replace(/\.data$/, "").slice(0, 200);
  const sight = { kind: "visite.page", entityId: visite.id, payload: { page } } as const;
  ctx.doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}
