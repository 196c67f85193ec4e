import { and, eq, gt, isNull } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { hashToken } from "#server/auth/session-token";
import { displayName } from "#server/domain/display-name";
import { Refusal } from "#server/domain/refusal";
import type { Control, ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { isPending } from "./pending-invitation.ts";

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * The invitation a link opens. Looking consumes nothing: mail readers open links too.
 *
 * @param at instant, milliseconds UTC
 * @throws Refusal INVITATION_LINK_INVALID: unknown, answered, withdrawn or expired
 */
export async function getInvitation(db: ControlDb | ControlTx, token: string, at: number) {
  if (!tokenPattern.test(token)) throw new Refusal("INVITATION_LINK_INVALID");
  const isOpen = and(
    eq(invitations.tokenHash, hashToken(token)),
    isPending,
    gt(invitations.expiresAt, at),
    eq(societes.status, "active"),
  );
  const [found] = await db
    .select({ invitation: invitations, nomSociete: societes.nom })
    .from(invitations)
    .innerJoin(societes, eq(societes.id, invitations.societeId))
    .where(isOpen);
  if (!found) throw new Refusal("INVITATION_LINK_INVALID");
  const { invitation, nomSociete } = found;
  return { ...invitation, societeId: invitation.societeId as SocieteId, nomSociete };
}

/**
 * What the page of an invitation shows. Who holds the link holds the mailbox: telling them whether their address has an
 * account tells nobody else.
 *
 * @throws Refusal INVITATION_LINK_INVALID
 */
export function readInvitation(control: Control, token: string, at: number) {
  return control.read(async (db) => {
    const found = await getInvitation(db, token, at);
    const { email, emailKey, role, nomSociete, expiresAt } = found;
    const { mayIssue, maySeeOthersAmounts, mayExport } = found;
    const [inviter] = await db
      .select()
      .from(users)
      .where(and(eq(users.id, found.invitedBy), isNull(users.erasedAt)));
    return {
      ...{ email, role, mayIssue, maySeeOthersAmounts, mayExport, nomSociete, expiresAt },
      inviteur: inviter ? displayName(inviter) : null,
      hasAccount: (await db.$count(users, eq(users.emailKey, emailKey))) > 0,
    };
  });
}
