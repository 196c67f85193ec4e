import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { renewSession } from "#server/auth/renew-session";
import type { Doer, Renewed } from "./doer.ts";
import { leaveSecondFactor } from "./leave-second-factor.ts";
import { noteChange } from "./note-change.ts";

/**
 * The authenticator protects the account no more. Other sessions end.
 *
 * @throws Refusal SECOND_FACTOR_KEPT, PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function removeTotp(doors: AuthDoors, password: string, doer: Doer): Promise<Renewed> {
  const { userId, sessionId, ip, now } = doer;
  await assertPassword(doors, { userId, password, ip, now });
  const { token, ended } = await doors.control.write(async (tx) => {
    await tx
      .update(users)
      .set({ totpSecret: null, totpPending: null, totpStep: null })
      .where(eq(users.id, userId));
    const isOver = await leaveSecondFactor(tx, userId);
    await noteChange(tx, doors, doer, "totp_disabled");
    return renewSession(tx, { userId, sessionId, ...(isOver && { secondFactorAt: null }) });
  });
  doors.streams.close(ended);
  doors.mail.wake();
  return { token };
}
