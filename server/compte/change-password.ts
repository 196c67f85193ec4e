import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import { assertPassword } from "#server/auth/assert-password";
import { assertPasswordFit } from "#server/auth/assert-password-fit";
import type { AuthDoors } from "#server/auth/auth-doors";
import { renewSession } from "#server/auth/renew-session";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { passwordChanged } from "#server/mail/templates/password-changed";
import type { Doer, Renewed } from "./doer.ts";

type Change = {
  /** The one in force, typed again. */
  readonly currentPassword: string;
  readonly password: string;
};

/**
 * Another password, chosen by who is logged in. Their other sessions and streams end, the links already sent die, and
 * they are told by mail.
 *
 * @throws Refusal PASSWORD_WRONG, PASSWORD_REFUSED with the problem, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function changePassword(
  doors: AuthDoors,
  { currentPassword, password }: Change,
  doer: Doer,
): Promise<Renewed> {
  const { control, passwords, streams, mail, appOrigin } = doors;
  const { userId, sessionId, ip, now } = doer;
  await assertPassword(doors, { userId, password: currentPassword, ip, now });
  const user = await assertPasswordFit(control, userId, password);
  const passwordHash = await passwords.hash(password);
  const { token, ended } = await control.write(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx
      .update(tokens)
      .set({ usedAt: now.at })
      .where(
        and(eq(tokens.userId, userId), eq(tokens.kind, "password_reset"), isNull(tokens.usedAt)),
      );
    const action = "user.password_changed";
    await tx.insert(audit).values({ id: newId(), at: now.at, action, userId, ip });
    const content = passwordChanged({ appOrigin, at: now.at, ended: "others" });
    await enqueueMail(tx, { to: user.email, content }, now.at);
    return renewSession(tx, { userId, sessionId });
  });
  streams.close(ended);
  mail.wake();
  return { token };
}
