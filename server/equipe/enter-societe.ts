import { eq, sql } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { assertSeat } from "#server/billing/assert-seat";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting } from "./equipe-doors.ts";
import type { getInvitation } from "./get-invitation.ts";
import { isMembership } from "./load-member.ts";
import { auditMembre } from "./note-membre.ts";

type Opened = Awaited<ReturnType<typeof getInvitation>>;

/**
 * Answers an invitation in the transaction that read it: one place, one seat, one use. Whoever answers holds the mailbox,
 * so the address counts as verified.
 *
 * @throws Refusal SEATS_REACHED: the invitation stays, for when a seat is free
 */
export async function enterSociete(tx: ControlTx, invitation: Opened, acting: Acting) {
  const { id, societeId, role, mayIssue, maySeeOthersAmounts, mayExport } = invitation;
  const { actor, now } = acting.by;
  const { userId } = actor;
  const isThere = (await tx.$count(memberships, isMembership(societeId, userId))) > 0;
  if (!isThere) {
    await assertSeat(tx, societeId, { role, at: now.at });
    const rights = { role, mayIssue, maySeeOthersAmounts, mayExport };
    const place = { userId, societeId, createdAt: now.at, lastSeenAt: now.at };
    await tx.insert(memberships).values({ ...place, ...rights });
  }
  await tx
    .update(invitations)
    .set({ joinedAt: now.at, tokenHash: null })
    .where(eq(invitations.id, id));
  await tx
    .update(users)
    .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.at})` })
    .where(eq(users.id, userId));
  const fact = {
    kind: "membre.joined" as const,
    entityId: userId,
    payload: { nom: actor.userName, role },
  };
  await auditMembre(tx, acting, fact);
  return fact;
}
