import { eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import type { Moment } from "#server/domain/calendar-day";
import type { AuthDoors } from "./auth-doors.ts";
import { drawChallenge } from "./passkey-challenge.ts";
import { findPendingLogin } from "./pending-login.ts";
import { assertionOptions } from "./webauthn.ts";

type Start = {
  /** Of the login it completes; null to log in by the key alone. */
  readonly pendingToken: string | null;
  readonly ip: string;
  readonly now: Moment;
};

/**
 * What the browser needs to log in with a passkey: one of the person's whose password was right, or, without a login
 * under way, any key of the site.
 *
 * @throws Refusal TOO_MANY_ATTEMPTS
 */
export async function startPasskeyLogin(
  { control, throttles, appOrigin }: AuthDoors,
  { pendingToken, ip, now }: Start,
) {
  await throttles.admit([["ceremony", ip]], now.at);
  const { challenge, known } = await control.write(async (tx) => {
    const pending = await findPendingLogin(tx, pendingToken, now.at);
    const userId = pending?.userId ?? null;
    const kind = userId === null ? "login" : "second_factor";
    return {
      challenge: await drawChallenge(tx, { kind, userId, at: now.at }),
      known: pending
        ? await tx.select().from(passkeys).where(eq(passkeys.userId, pending.userId))
        : [],
    };
  });
  return assertionOptions(appOrigin, challenge, known);
}
