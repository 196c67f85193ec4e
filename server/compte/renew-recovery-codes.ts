import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { readSecondFactors } from "#server/auth/read-second-factors";
import { Refusal } from "#server/domain/refusal";
import type { Doer } from "./doer.ts";
import { drawRecoveryCodes } from "./draw-recovery-codes.ts";
import { noteChange } from "./note-change.ts";

/**
 * Ten other recovery codes, for who has used or lost theirs.
 *
 * @throws Refusal ENROLMENT_OVER without a second factor they could replace, PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function renewRecoveryCodes(
  doors: AuthDoors,
  password: string,
  doer: Doer,
): Promise<void> {
  const { userId, ip, now } = doer;
  await assertPassword(doors, { userId, password, ip, now });
  await doors.control.write(async (tx) => {
    const { hasTotp, passkeyCount } = await readSecondFactors(tx, userId);
    if (!hasTotp && passkeyCount === 0) throw new Refusal("ENROLMENT_OVER");
    await drawRecoveryCodes(tx, doors.seals, { userId, at: now.at });
    await noteChange(tx, doors, doer, "recovery_codes_drawn");
  });
  doors.mail.wake();
}
