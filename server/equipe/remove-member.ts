import { memberships } from "#db/control/schema/memberships";
import { assertOtherAdmin } from "./assert-other-admin.ts";
import { endSessionsOf } from "./end-sessions-of.ts";
import type { Acting, EquipeDoors } from "./equipe-doors.ts";
import { isMembership, loadMember } from "./load-member.ts";
import { auditMembre, tellMembre } from "./note-membre.ts";

/**
 * Ends somebody's place in the société, their sessions in it and their live streams, at once. What they wrote stays. The
 * account itself, and its other sociétés, are untouched.
 *
 * @throws Refusal MEMBER_NOT_FOUND, LAST_ADMIN
 */
export const removeMember = (
  doors: EquipeDoors,
  { userId }: { readonly userId: string },
  acting: Acting,
): Promise<void> => endMembership(doors, userId, acting);

/**
 * Leaves the société oneself.
 *
 * @throws Refusal LAST_ADMIN
 */
export const leaveSociete = (doors: EquipeDoors, acting: Acting): Promise<void> =>
  endMembership(doors, acting.by.actor.userId, acting);

async function endMembership(doors: EquipeDoors, userId: string, acting: Acting): Promise<void> {
  const { control, streams } = doors.auth;
  const { societeId, by } = acting;
  const kind = userId === by.actor.userId ? "membre.left" : "membre.removed";
  const { fact, ended } = await control.write(async (tx) => {
    const { role, userName } = await loadMember(tx, societeId, userId);
    if (role === "admin") await assertOtherAdmin(tx, societeId, userId);
    await tx.delete(memberships).where(isMembership(societeId, userId));
    const done = { kind, entityId: userId, payload: { nom: userName, role } } as const;
    await auditMembre(tx, acting, done);
    return { fact: done, ended: await endSessionsOf(tx, { userId, societeId }) };
  });
  streams.close(ended);
  await tellMembre(doors, acting, fact);
}
