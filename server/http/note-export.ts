import { byOf } from "#server/api/by-of";
import type { Context } from "#server/api/context";

type Taken = {
  readonly quoi: string;
  readonly format: "csv" | "zip";
  /** The documents that were ticked, separated by commas: how many is kept, not which. */
  readonly ids?: string;
} & Readonly<Record<string, string>>;

/** Who took a list or everything: a line of the société's journal, after the answer. */
export function noteExport(ctx: Context, { ids, ...asked }: Taken): void {
  const { member } = ctx.session ?? {};
  if (!member) return;
  const payload = ids === undefined ? asked : { ...asked, choisies: ids.split(",").length };
  const sight = { kind: "export.made", entityId: member.societeId, payload } as const;
  ctx.doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}
