import { and, eq } from "drizzle-orm";
import { type Invitation, invitations } from "#db/control/schema/invitations";
import { Refusal } from "#server/domain/refusal";
import { getMarque } from "#server/societe/get-marque";
import type { ControlTx } from "#server/tenancy/control";
import type { Acting, EquipeDoors } from "./equipe-doors.ts";
import { auditMembre, maskedEmail, tellMembre } from "./note-membre.ts";
import { INVITATION_MS, isPending } from "./pending-invitation.ts";
import { sendInvitation } from "./send-invitation.ts";

type Ref = { readonly invitationId: string };

/**
 * Sends an invitation again, for seven more days; the new mail's link replaces the former one.
 *
 * @throws Refusal INVITATION_NOT_FOUND, TOO_MANY_ATTEMPTS
 */
export async function resendInvitation(
  doors: EquipeDoors,
  { invitationId }: Ref,
  acting: Acting,
): Promise<void> {
  const { control, throttles, mail, appOrigin } = doors.auth;
  const { societeId, by } = acting;
  await throttles.admit([["invitation", societeId]], by.now.at);
  const { accent } = await getMarque(doors.tenancy.openTenant(societeId));
  const fact = await control.write(async (tx) => {
    const found = await loadInvitation(tx, societeId, invitationId);
    const mailId = await sendInvitation(tx, appOrigin, found, { ...by, accent });
    await tx
      .update(invitations)
      .set({ mailId, expiresAt: by.now.at + INVITATION_MS })
      .where(eq(invitations.id, invitationId));
    const payload = { email: maskedEmail(found.email) };
    const kind = "membre.invitation_resent" as const;
    await auditMembre(tx, acting, { kind, entityId: invitationId, payload });
    return { kind, entityId: invitationId, payload };
  });
  mail.wake();
  await tellMembre(doors, acting, fact);
}

/**
 * Withdraws an invitation: its link opens nothing from now on.
 *
 * @throws Refusal INVITATION_NOT_FOUND
 */
export async function revokeInvitation(
  doors: EquipeDoors,
  { invitationId }: Ref,
  acting: Acting,
): Promise<void> {
  const { societeId, by } = acting;
  const fact = await doors.auth.control.write(async (tx) => {
    const found = await loadInvitation(tx, societeId, invitationId);
    await tx
      .update(invitations)
      .set({ revokedAt: by.now.at, tokenHash: null })
      .where(eq(invitations.id, invitationId));
    const payload = { email: maskedEmail(found.email) };
    const kind = "membre.invitation_revoked" as const;
    await auditMembre(tx, acting, { kind, entityId: invitationId, payload });
    return { kind, entityId: invitationId, payload };
  });
  await tellMembre(doors, acting, fact);
}

/** One that waits, of this société; anything else is « not found ». */
async function loadInvitation(
  tx: ControlTx,
  societeId: string,
  invitationId: string,
): Promise<Invitation> {
  const isThis = and(
    isPending,
    eq(invitations.id, invitationId),
    eq(invitations.societeId, societeId),
  );
  const [found] = await tx.select().from(invitations).where(isThis);
  if (!found) throw new Refusal("INVITATION_NOT_FOUND");
  return found;
}
