import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { passwordReset } from "#server/mail/templates/password-reset";
import { answerNoSooner } from "./answer-no-sooner.ts";
import type { AuthDoors } from "./auth-doors.ts";
import { keyOfEmail } from "./read-identity.ts";

type Request = { readonly email: string; readonly ip: string; readonly now: Moment };

/**
 * Sends a link to the address if it has an account, at most three an hour. Whether it has one, the caller cannot tell:
 * same answer, same counters, one transaction, no sooner.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS, by network
 */
export async function requestPasswordReset(doors: AuthDoors, request: Request): Promise<void> {
  const { control, throttles, appOrigin, mail } = doors;
  const { email, ip, now } = request;
  const emailKey = keyOfEmail(email);
  const content = passwordReset({ appOrigin });
  await answerNoSooner(doors.answerFloor, async () => {
    await throttles.admit([["network", ip]], now.at);
    await control.write(async (tx) => {
      const isAllowed = await throttles.allows(tx, ["mailbox", emailKey], now.at);
      const [user] = await tx.select().from(users).where(eq(users.emailKey, emailKey));
      if (!user || !isAllowed) return;
      const action = "user.password_reset_requested";
      await tx.insert(audit).values({ id: newId(), at: now.at, action, userId: user.id, ip });
      const link = { userId: user.id, kind: "password_reset" as const };
      await enqueueMail(tx, { to: user.email, content, link }, now.at);
    });
  });
  mail.wake();
}
