import { and, asc, desc, eq, isNull, max } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";
import { memberships } from "#db/control/schema/memberships";
import { outbox } from "#db/control/schema/outbox";
import { sessions } from "#db/control/schema/sessions";
import { users } from "#db/control/schema/users";
import { readSecondFactors } from "#server/auth/read-second-factors";
import { countSeats } from "#server/billing/assert-seat";
import { termsOf } from "#server/billing/terms-of";
import type { Moment } from "#server/domain/calendar-day";
import { displayName } from "#server/domain/display-name";
import { nextPlanFor } from "#server/domain/next-plan";
import { entitlementOf } from "#server/domain/quota";
import { mailOutcome } from "#server/mail/mail-outcome";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { awaitsSeat, isPending } from "./pending-invitation.ts";

/** Who is in the société, who is awaited, and how many places are left. Instants are milliseconds UTC. */
export function listEquipe(control: Control, societeId: SocieteId, now: Moment) {
  return control.read(async (db) => ({
    at: now.at,
    members: await listMembers(db, societeId),
    invitations: await listInvitations(db, societeId, now.at),
    seats: await readSeats(db, societeId, now.at),
  }));
}

/** What they do in another société is nobody's business here: only sessions in this one count as activity. */
async function listMembers(db: ControlDb, societeId: SocieteId) {
  const rows = await db
    .select({
      membership: memberships,
      user: {
        email: users.email,
        username: users.username,
        prenom: users.prenom,
        nom: users.nom,
      },
      lastSeenAt: max(sessions.lastSeenAt),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(sessions, and(eq(sessions.userId, users.id), eq(sessions.societeId, societeId)))
    .where(eq(memberships.societeId, societeId))
    .groupBy(memberships.userId)
    .orderBy(asc(memberships.createdAt), asc(memberships.userId));
  const members = rows.map(async ({ membership, user, lastSeenAt }) => {
    const { userId, role, mayIssue, maySeeOthersAmounts, mayExport } = membership;
    const { hasTotp, passkeyCount } = await readSecondFactors(db, userId);
    return {
      ...{ userId, role, mayIssue, maySeeOthersAmounts, mayExport },
      nom: displayName(user),
      email: user.email,
      lastSeenAt: Math.max(lastSeenAt ?? 0, membership.lastSeenAt ?? 0) || null,
      hasSecondFactor: hasTotp || passkeyCount > 0,
    };
  });
  return Promise.all(members);
}

async function listInvitations(db: ControlDb, societeId: SocieteId, at: number) {
  const rows = await db
    .select({
      invitation: invitations,
      inviter: { username: users.username, prenom: users.prenom, nom: users.nom },
      mail: outbox,
    })
    .from(invitations)
    .leftJoin(users, and(eq(users.id, invitations.invitedBy), isNull(users.erasedAt)))
    .leftJoin(outbox, eq(outbox.id, invitations.mailId))
    .where(and(isPending, eq(invitations.societeId, societeId)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  return rows.map(({ invitation, inviter, mail }) => {
    const { id, email, role, mayIssue, maySeeOthersAmounts, mayExport } = invitation;
    const { createdAt, expiresAt } = invitation;
    return {
      ...{ id, email, role, mayIssue, maySeeOthersAmounts, mayExport, createdAt, expiresAt },
      isExpired: expiresAt <= at,
      inviteur: inviter === null ? null : displayName(inviter),
      /** Null: older than what is kept of mails. */
      mail: mail && mailOutcome(mail),
    };
  });
}

async function readSeats(db: ControlDb, societeId: SocieteId, at: number) {
  const terms = await termsOf(db, societeId);
  const { limits, plan } = entitlementOf(terms, { at });
  const limit = limits.utilisateurs;
  const next = limit === null ? null : nextPlanFor(terms.ladder, "utilisateurs", limit);
  return {
    taken: await countSeats(db, societeId),
    promised: await db.$count(invitations, awaitsSeat(societeId, at)),
    /** Null: none. */
    limit,
    plan: plan.nom,
    next: next && { nom: next.nom, utilisateurs: next.limits.utilisateurs },
  };
}
