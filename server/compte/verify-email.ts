import { and, eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { AuthDoors } from "#server/auth/auth-doors";
import { takeLink } from "#server/auth/take-link";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";

type Verification = { readonly token: string; readonly ip: string; readonly now: Moment };

/**
 * The address is its owner's: they read the mail sent to it.
 *
 * @throws Refusal LINK_INVALID, also when the account has another address since; TOO_MANY_ATTEMPTS
 */
export async function verifyEmail(
  { control, throttles }: AuthDoors,
  { token, ip, now }: Verification,
): Promise<void> {
  await throttles.admit([["network", ip]], now.at);
  await control.write(async (tx) => {
    const kinds = ["email_verification"] as const;
    const { userId, subject } = await takeLink(tx, { token, kinds, at: now.at });
    const verified = await tx
      .update(users)
      .set({ emailVerifiedAt: now.at })
      .where(and(eq(users.id, userId), eq(users.emailKey, subject ?? "")))
      .returning({ id: users.id });
    if (verified.length === 0) throw new Refusal("LINK_INVALID");
    await throttles.forget(tx, [["network", ip]]);
  });
}
