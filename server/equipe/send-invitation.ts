import { eq } from "drizzle-orm";
import type { Invitation } from "#db/control/schema/invitations";
import { societes } from "#db/control/schema/societes";
import type { By } from "#server/journal/recorded";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { invitation } from "#server/mail/templates/invitation";
import type { ControlTx } from "#server/tenancy/control";

/** Who invites, and the société's colour. */
type Sender = Pick<By, "actor" | "now"> & { readonly accent: string };

type Invited = Pick<Invitation, "id" | "societeId" | "email" | "role">;

/**
 * Puts the mail of an invitation in the outbox. Its link is drawn when it leaves.
 *
 * @returns the mail's id
 */
export async function sendInvitation(
  tx: ControlTx,
  appOrigin: string,
  { id, societeId, email, role }: Invited,
  { actor, now, accent }: Sender,
): Promise<string> {
  const [societe] = await tx
    .select({ nom: societes.nom })
    .from(societes)
    .where(eq(societes.id, societeId));
  const sender = societe?.nom ?? "";
  const brand = { nom: sender, accent };
  const content = invitation({ appOrigin, brand, inviteur: actor.userName, role });
  const mail = { to: email, content, societeId, sender, tokenInvitationId: id };
  return enqueueMail(tx, mail, now.at);
}
