import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { emailChanges } from "#db/control/schema/email-changes";
import { users } from "#db/control/schema/users";
import { answerNoSooner } from "#server/auth/answer-no-sooner";
import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { keyOfEmail, readEmail } from "#server/auth/read-identity";
import { hasAddress } from "#server/domain/no-address";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { accountExists } from "#server/mail/templates/account-exists";
import { emailChange } from "#server/mail/templates/email-change";
import type { ControlTx } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

const lifetime = 24 * 3_600_000;

/**
 * Asks to replace the address. Both the former and the new one must say yes within a day. Whether the new one already
 * has an account, the caller cannot tell: its owner is told instead, and the change never completes.
 *
 * @throws Refusal IDENTITY_INVALID on `email`, PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function changeEmail(
  doors: AuthDoors,
  { email: typed, password }: { readonly email: string; readonly password: string },
  doer: Doer,
): Promise<void> {
  const { throttles, control, mail, answerFloor } = doors;
  const { userId, ip, now } = doer;
  const email = readEmail(typed);
  if (email.problem) throw new Refusal("IDENTITY_INVALID", {}, [email.problem]);
  await answerNoSooner(answerFloor, async () => {
    await assertPassword(doors, { userId, password, ip, now });
    await throttles.admit([["emailChange", userId]], now.at);
    await control.write((tx) => ask(doors, tx, email.value, doer));
  });
  mail.wake();
}

async function ask(
  { appOrigin, throttles }: AuthDoors,
  tx: ControlTx,
  email: string,
  { userId, ip, now: { at } }: Doer,
): Promise<void> {
  const emailKey = keyOfEmail(email);
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user || user.emailKey === emailKey)
    throw new Refusal("IDENTITY_INVALID", {}, [{ field: "email", code: "EMAIL_UNCHANGED" }]);
  const id = newId();
  const change = { id, userId, email, emailKey, expiresAt: at + lifetime, createdAt: at };
  // who had none has nobody else to ask
  const oldConfirmedAt = hasAddress(user.email) ? null : at;
  await tx.delete(emailChanges).where(eq(emailChanges.userId, userId));
  await tx.insert(emailChanges).values({ ...change, oldConfirmedAt });
  const action = "user.email_change_asked";
  await tx.insert(audit).values({ id: newId(), at, action, userId, ip });
  const tell = (to: string, side: "old" | "new") =>
    enqueueMail(
      tx,
      {
        to,
        content: emailChange({ appOrigin, side }),
        langue: user.langue,
        link: { userId, kind: `email_change_${side}`, subject: id },
      },
      at,
    );
  await tell(user.email, "old");
  if (!(await throttles.allows(tx, ["mailbox", emailKey], at))) return;
  if ((await tx.$count(users, eq(users.emailKey, emailKey))) === 0) await tell(email, "new");
  else await enqueueMail(tx, { to: email, content: accountExists({ appOrigin }) }, at);
}
