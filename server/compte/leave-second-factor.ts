import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { recoveryCodes, recoverySheets } from "#db/control/schema/recovery-codes";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import { readSecondFactors } from "#server/auth/read-second-factors";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";

/**
 * To call in the transaction that took one second factor away. When it was the last, its recovery codes go with it.
 *
 * @returns whether none is left
 * @throws Refusal SECOND_FACTOR_KEPT when it was the last and the person may not do without: staff of the operator, or
 * member of a société that asks for one
 */
export async function leaveSecondFactor(tx: ControlTx, userId: string): Promise<boolean> {
  const { hasTotp, passkeyCount } = await readSecondFactors(tx, userId);
  if (hasTotp || passkeyCount > 0) return false;
  if (await isAsked(tx, userId)) throw new Refusal("SECOND_FACTOR_KEPT");
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(recoverySheets).where(eq(recoverySheets.userId, userId));
  return true;
}

async function isAsked(tx: ControlTx, userId: string): Promise<boolean> {
  const staff = and(eq(users.id, userId), eq(users.isSuperAdmin, true));
  if ((await tx.$count(users, staff)) > 0) return true;
  const [asking] = await tx
    .select({ id: societes.id })
    .from(memberships)
    .innerJoin(societes, eq(societes.id, memberships.societeId))
    .where(and(eq(memberships.userId, userId), eq(societes.asksSecondFactor, true)))
    .limit(1);
  return asking !== undefined;
}
