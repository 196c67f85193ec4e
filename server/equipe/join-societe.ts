import { chooseSociete } from "#server/auth/choose-societe";
import { keyOfEmail } from "#server/auth/read-identity";
import type { SessionView } from "#server/auth/session-view";
import { Refusal } from "#server/domain/refusal";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";
import { enterSociete } from "./enter-societe.ts";
import type { EquipeDoors } from "./equipe-doors.ts";
import { getInvitation } from "./get-invitation.ts";
import { tellMembre } from "./note-membre.ts";

type Join = {
  readonly token: string;
  readonly session: Pick<SessionView, "sessionId" | "user">;
  readonly by: Required<By>;
};

/**
 * Somebody who has an account, and is logged in, joins; their session goes to the société.
 *
 * @throws Refusal INVITATION_LINK_INVALID, INVITATION_FOR_ANOTHER, SEATS_REACHED
 */
export async function joinSociete(
  doors: EquipeDoors,
  { token, session, by }: Join,
): Promise<{ societeId: SocieteId }> {
  const { sessionId, user } = session;
  const { societeId, fact } = await doors.auth.control.write(async (tx) => {
    const invitation = await getInvitation(tx, token, by.now.at);
    if (keyOfEmail(user.email) !== invitation.emailKey) throw new Refusal("INVITATION_FOR_ANOTHER");
    const acting = { societeId: invitation.societeId, by };
    return {
      societeId: invitation.societeId,
      fact: await enterSociete(tx, invitation, acting),
    };
  });
  await chooseSociete(doors.auth, { sessionId, userId: user.id, societeId, now: by.now });
  await tellMembre(doors, { societeId, by }, fact);
  return { societeId };
}
