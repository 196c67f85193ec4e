import { and, eq, isNull } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { newTotpSecret } from "#server/auth/totp";
import { totpContext } from "#server/auth/totp-context";
import type { Doer } from "./doer.ts";

/**
 * Draws the secret an authenticator will be given. Nothing protects the account yet: a first code must prove that the
 * authenticator has it. Without effect on who has one already.
 *
 * @throws Refusal PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function startTotp(doors: AuthDoors, password: string, doer: Doer): Promise<void> {
  const { control, seals } = doors;
  const { userId, ip, now } = doer;
  await assertPassword(doors, { userId, password, ip, now });
  const totpPending = seals.seal(newTotpSecret(), totpContext(userId));
  await control.write((tx) =>
    tx
      .update(users)
      .set({ totpPending })
      .where(and(eq(users.id, userId), isNull(users.totpSecret))),
  );
}
