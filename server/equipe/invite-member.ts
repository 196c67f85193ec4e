import { and, eq } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { keyOfEmail, readEmail } from "#server/auth/read-identity";
import { assertSeat } from "#server/billing/assert-seat";
import type { Rights } from "#server/domain/permissions";
import { type Problem, Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { getMarque } from "#server/societe/get-marque";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting, EquipeDoors } from "./equipe-doors.ts";
import { auditMembre, maskedEmail, tellMembre } from "./note-membre.ts";
import { awaitsSeat, INVITATION_MS, isPending } from "./pending-invitation.ts";
import { sendInvitation } from "./send-invitation.ts";
import { problemsOfRights, settledRights } from "./settled-rights.ts";

type Invite = Rights & { readonly email: string };

/**
 * Asks somebody to join, by a mail in the société's name. Whether the address has an account changes nothing of what is
 * done, answered or written. Seats: those taken and those already promised must leave one; joining looks again.
 *
 * @throws Refusal INVITATION_INVALID naming each field, SEATS_REACHED, TOO_MANY_ATTEMPTS
 */
export async function inviteMember(
  doors: EquipeDoors,
  invite: Invite,
  acting: Acting,
): Promise<{ invitationId: string }> {
  const { societeId, by } = acting;
  const { email } = readInvite(invite);
  const rights = settledRights(invite);
  const emailKey = keyOfEmail(email);
  await doors.auth.throttles.admit([["invitation", societeId]], by.now.at);
  const { accent } = await getMarque(doors.tenancy.openTenant(societeId));
  const id = newId();
  const fact = {
    kind: "membre.invited",
    entityId: id,
    payload: { email: maskedEmail(email), ...rights },
  } as const;
  await doors.auth.control.write(async (tx) => {
    await assertUnknown(tx, societeId, emailKey);
    await assertSeatToPromise(tx, acting, rights);
    const about = { id, societeId, email, emailKey, ...rights };
    const mailId = await sendInvitation(tx, doors.auth.appOrigin, about, { ...by, accent });
    await tx.insert(invitations).values({
      ...about,
      mailId,
      invitedBy: by.actor.userId,
      createdAt: by.now.at,
      expiresAt: by.now.at + INVITATION_MS,
    });
    await auditMembre(tx, acting, fact);
  });
  doors.auth.mail.wake();
  await tellMembre(doors, acting, fact);
  return { invitationId: id };
}

function readInvite(invite: Invite) {
  const address = readEmail(invite.email);
  const problems = [...(address.problem ? [address.problem] : []), ...problemsOfRights(invite)];
  if (address.problem || problems.length > 0) throw new Refusal("INVITATION_INVALID", {}, problems);
  return { email: address.value };
}

/** Of this société only: it says nothing of accounts elsewhere. */
async function assertUnknown(tx: ControlTx, societeId: string, emailKey: string): Promise<void> {
  const already = (code: string): Problem => ({ field: "email", code });
  const members = await tx
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.societeId, societeId), eq(users.emailKey, emailKey)));
  if (members.length > 0) throw new Refusal("INVITATION_INVALID", {}, [already("ALREADY_MEMBER")]);
  const isWaiting = and(
    isPending,
    eq(invitations.societeId, societeId),
    eq(invitations.emailKey, emailKey),
  );
  if ((await tx.$count(invitations, isWaiting)) > 0)
    throw new Refusal("INVITATION_INVALID", {}, [already("ALREADY_INVITED")]);
}

/** A person invited finds the door open: a seat promised to somebody else is no longer free. */
async function assertSeatToPromise(
  tx: ControlTx,
  { societeId, by: { now } }: Acting,
  { role }: Rights,
): Promise<void> {
  const promised = await tx.$count(invitations, awaitsSeat(societeId, now.at));
  await assertSeat(tx, societeId, { role, at: now.at, promised });
}
