import { and, eq } from "drizzle-orm";
import { invitations } from "#db/control/schema/invitations";
import { hashToken, newToken } from "#server/auth/session-token";
import type { Control } from "#server/tenancy/control";
import { INVITATION_MS, isPending } from "./pending-invitation.ts";

/**
 * The secret of an invitation's link, good for seven days from `at` (milliseconds UTC). Drawn when the mail leaves, and
 * replaces the former: of two mails, the last one sent opens.
 *
 * @returns null when the invitation was answered or withdrawn
 */
export async function drawInvitation(
  control: Control,
  invitationId: string,
  at: number,
): Promise<string | null> {
  const token = newToken();
  const found = await control.write((tx) =>
    tx
      .update(invitations)
      .set({ tokenHash: hashToken(token), expiresAt: at + INVITATION_MS })
      .where(and(eq(invitations.id, invitationId), isPending))
      .returning({ id: invitations.id }),
  );
  return found.length === 0 ? null : token;
}
