import type { Moment } from "#server/domain/calendar-day";
import type { Actor } from "#server/journal/actor";
import type { By } from "#server/journal/recorded";
import { societeProcedure } from "./procedures.ts";

/** Who may call: everybody of the société reads; staff writes; its administrators set it up. */
export const everyone = societeProcedure("admin", "employe", "comptable");
export const staff = societeProcedure("admin", "employe");
export const admins = societeProcedure("admin");

/** Under whose name, and when, a use case writes. */
export const byOf = ({ member, now }: { readonly member: Actor; readonly now: Moment }): By => ({
  actor: { userId: member.userId, userName: member.userName },
  now,
});
