import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { AuthDoors } from "#server/auth/auth-doors";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { emailVerification } from "#server/mail/templates/email-verification";
import type { Doer } from "./doer.ts";

/** Sends the verification of one's own address again, at most three mails an hour; without effect once verified. */
export async function sendVerification(
  { control, throttles, appOrigin, mail }: AuthDoors,
  { userId, now }: Pick<Doer, "userId" | "now">,
): Promise<void> {
  await control.write(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId));
    if (!user || user.emailVerifiedAt !== null) return;
    if (!(await throttles.allows(tx, ["mailbox", user.emailKey], now.at))) return;
    const link = { userId, kind: "email_verification" as const, subject: user.emailKey };
    await enqueueMail(
      tx,
      { to: user.email, content: emailVerification({ appOrigin }), link },
      now.at,
    );
  });
  mail.wake();
}
