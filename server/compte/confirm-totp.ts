import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { AuthDoors } from "#server/auth/auth-doors";
import { renewSession } from "#server/auth/renew-session";
import { findTotpStep } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import { Refusal } from "#server/domain/refusal";
import type { Doer, Renewed } from "./doer.ts";
import { drawRecoveryCodes } from "./draw-recovery-codes.ts";
import { noteChange } from "./note-change.ts";

/**
 * The first code of an authenticator: from now on the account asks for one at each login. Recovery codes are drawn, this
 * session counts as proved, the others end.
 *
 * @throws Refusal ENROLMENT_OVER when none is under way, CODE_WRONG with its problem on `code`, TOO_MANY_ATTEMPTS
 */
export async function confirmTotp(doors: AuthDoors, code: string, doer: Doer): Promise<Renewed> {
  const { control, throttles, seals, streams, deviceClock, mail } = doors;
  const { userId, sessionId, now } = doer;
  const attempts = [["secondFactor", userId]] as const;
  await throttles.admit(attempts, now.at);
  const { token, ended } = await control.write(async (tx) => {
    const isTheirs = eq(users.id, userId);
    const [user] = await tx.select({ sealed: users.totpPending }).from(users).where(isTheirs);
    if (!user?.sealed) throw new Refusal("ENROLMENT_OVER");
    const secret = seals.unseal(user.sealed, totpContext(userId));
    const typed = code.replace(/\s/g, "");
    const step = findTotpStep(secret, typed, { at: deviceClock().at, lastStep: null });
    if (step === null) throw new Refusal("CODE_WRONG", {}, [{ field: "code", code: "CODE_WRONG" }]);
    await throttles.forget(tx, attempts);
    await tx
      .update(users)
      .set({ totpSecret: user.sealed, totpPending: null, totpStep: step })
      .where(isTheirs);
    await drawRecoveryCodes(tx, seals, { userId, at: now.at });
    await noteChange(tx, doors, doer, "totp_enabled");
    return renewSession(tx, { userId, sessionId, secondFactorAt: now.at });
  });
  streams.close(ended);
  mail.wake();
  return { token };
}
