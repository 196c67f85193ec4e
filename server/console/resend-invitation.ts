import type { EquipeDoors } from "#server/equipe/equipe-doors";
import { resendInvitation } from "#server/equipe/resend-invitation";
import type { Origin } from "#server/journal/origins";
import type { SocieteId } from "#server/tenancy/tenant";
import { actingOf } from "./acting-of.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Resending = {
  readonly societeId: SocieteId;
  readonly invitationId: string;
  readonly reason: string;
  readonly origin: Origin;
};

/**
 * Send an invitation again for somebody who did not get it.
 *
 * @throws Refusal ACTE_INVALID, INVITATION_NOT_FOUND, TOO_MANY_ATTEMPTS
 */
export async function resendInvitationAsStaff(
  doors: EquipeDoors,
  { invitationId, reason: typed, ...where }: Resending,
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  await resendInvitation(doors, { invitationId }, actingOf(where, operator));
  const acte = { kind: "invitation.resent", societeId: where.societeId, reason } as const;
  await doors.auth.control.write((tx) =>
    recordActe(tx, { ...acte, details: { invitationId } }, operator),
  );
}
