import { eq } from "drizzle-orm";
import { type TokenKind, tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import type { MailLink } from "#server/mail/enqueue-mail";
import type { Control } from "#server/tenancy/control";
import { hashToken, newToken } from "./session-token.ts";

const hour = 3_600_000;

/** How long a link is good once its mail has left, in milliseconds. */
const lifetimes: Readonly<Record<TokenKind, number>> = {
  password_reset: hour,
  email_verification: 24 * hour,
  email_change_old: 24 * hour,
  email_change_new: 24 * hour,
};

/**
 * The secret of one link, from `at` (milliseconds UTC). Drawn when the mail leaves: a mail held up by a broken server
 * does not arrive with a dead link, and the secret itself is stored nowhere.
 *
 * @returns null when the account is gone
 */
export async function drawLinkToken(
  control: Control,
  { userId, kind, subject = null }: MailLink,
  at: number,
): Promise<string | null> {
  const token = newToken();
  const hash = hashToken(token);
  return control.write(async (tx) => {
    if ((await tx.$count(users, eq(users.id, userId))) === 0) return null;
    const expiresAt = at + lifetimes[kind];
    await tx.insert(tokens).values({ hash, userId, kind, subject, expiresAt, createdAt: at });
    return token;
  });
}
