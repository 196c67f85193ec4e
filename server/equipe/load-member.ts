import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { displayName } from "#server/domain/display-name";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";

export const isMembership = (societeId: string, userId: string) =>
  and(eq(memberships.societeId, societeId), eq(memberships.userId, userId));

/** @throws Refusal MEMBER_NOT_FOUND, whether the person does not exist or is in another société */
export async function loadMember(tx: ControlTx, societeId: string, userId: string) {
  const [found] = await tx
    .select({
      membership: memberships,
      prenom: users.prenom,
      nom: users.nom,
      username: users.username,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isMembership(societeId, userId));
  if (!found) throw new Refusal("MEMBER_NOT_FOUND");
  return { ...found.membership, userName: displayName(found) };
}
