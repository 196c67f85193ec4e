import { eq } from "drizzle-orm";
import { tokens } from "#db/control/schema/tokens";
import { users } from "#db/control/schema/users";
import type { Control } from "#server/tenancy/control";
import { hashToken, newToken } from "./session-token.ts";

const lifetime = 3_600_000;

/**
 * The secret of one « new password » link, good for an hour from `at` (milliseconds UTC). Drawn when the mail leaves:
 * a mail held up by a broken server does not arrive with a dead link, and the secret itself is stored nowhere.
 *
 * @returns null when the account is gone
 */
export async function drawResetToken(
  control: Control,
  userId: string,
  at: number,
): Promise<string | null> {
  const token = newToken();
  const hash = hashToken(token);
  return control.write(async (tx) => {
    if ((await tx.$count(users, eq(users.id, userId))) === 0) return null;
    const expiresAt = at + lifetime;
    await tx
      .insert(tokens)
      .values({ hash, userId, kind: "password_reset", expiresAt, createdAt: at });
    return token;
  });
}
