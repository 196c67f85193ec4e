import { memberships } from "#db/control/schema/memberships";
import { assertSeat } from "#server/billing/assert-seat";
import { memberSettings, type Rights } from "#server/domain/permissions";
import { Refusal } from "#server/domain/refusal";
import { changesOf } from "#server/journal/changes-of";
import { assertOtherAdmin } from "./assert-other-admin.ts";
import { sessionsOf } from "./end-sessions-of.ts";
import type { Acting, EquipeDoors } from "./equipe-doors.ts";
import { isMembership, loadMember } from "./load-member.ts";
import { auditMembre, tellMembre } from "./note-membre.ts";
import { problemsOfRights, settledRights } from "./settled-rights.ts";

type Update = Rights & { readonly userId: string };

/**
 * Gives a member another role, or settles what they may do as an employé. Acts at once: rights are read at each request,
 * and their open pages lose their live stream, which opens again with the new rights.
 *
 * @throws Refusal MEMBER_NOT_FOUND, MEMBER_INVALID, LAST_ADMIN, SEATS_REACHED
 */
export async function updateMember(
  doors: EquipeDoors,
  update: Update,
  acting: Acting,
): Promise<void> {
  const { control, streams } = doors.auth;
  const { societeId, by } = acting;
  const { userId } = update;
  const problems = problemsOfRights(update);
  if (problems.length > 0) throw new Refusal("MEMBER_INVALID", {}, problems);
  const rights = settledRights(update);
  const done = await control.write(async (tx) => {
    const member = await loadMember(tx, societeId, userId);
    const changes = changesOf(member, rights, ["role", ...memberSettings]);
    if (Object.keys(changes.after).length === 0) return null;
    if (member.role === "admin" && rights.role !== "admin")
      await assertOtherAdmin(tx, societeId, userId);
    if (member.role === "comptable")
      await assertSeat(tx, societeId, { role: rights.role, at: by.now.at });
    await tx.update(memberships).set(rights).where(isMembership(societeId, userId));
    const fact = {
      kind: "membre.role_changed" as const,
      entityId: userId,
      payload: { nom: member.userName, ...changes },
    };
    await auditMembre(tx, acting, fact);
    return { fact, sessions: await sessionsOf(tx, { userId, societeId }) };
  });
  if (done === null) return;
  streams.close(done.sessions);
  await tellMembre(doors, acting, done.fact);
}
