import { and, eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { renewSession } from "#server/auth/renew-session";
import { Refusal } from "#server/domain/refusal";
import type { Doer, Renewed } from "./doer.ts";
import { leaveSecondFactor } from "./leave-second-factor.ts";
import { noteChange } from "./note-change.ts";

type Removal = { readonly passkeyId: string; readonly password: string };

/**
 * The key opens nothing any more. Other sessions end.
 *
 * @throws Refusal PASSKEY_NOT_FOUND, SECOND_FACTOR_KEPT, PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function removePasskey(
  doors: AuthDoors,
  { passkeyId, password }: Removal,
  doer: Doer,
): Promise<Renewed> {
  const { userId, sessionId, ip, now } = doer;
  const isTheirs = and(eq(passkeys.id, passkeyId), eq(passkeys.userId, userId));
  if ((await doors.control.read((db) => db.$count(passkeys, isTheirs))) === 0)
    throw new Refusal("PASSKEY_NOT_FOUND");
  await assertPassword(doors, { userId, password, ip, now });
  const { token, ended } = await doors.control.write(async (tx) => {
    await tx.delete(passkeys).where(isTheirs);
    const isOver = await leaveSecondFactor(tx, userId);
    await noteChange(tx, doors, doer, "passkey_removed");
    return renewSession(tx, { userId, sessionId, ...(isOver && { secondFactorAt: null }) });
  });
  doors.streams.close(ended);
  doors.mail.wake();
  return { token };
}
