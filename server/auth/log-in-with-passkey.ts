import type { AuthDoors } from "./auth-doors.ts";
import { type Arrival, type LoggedIn, openSession } from "./open-session.ts";
import { findPendingLogin } from "./pending-login.ts";
import { takePasskey } from "./take-passkey.ts";
import type { Assertion } from "./webauthn.ts";

type Given = Arrival & {
  readonly pendingToken: string | null;
  readonly response: Assertion;
};

/**
 * Opens a session by a passkey: after a password as its second factor, or alone, since the device has checked who holds
 * it (two factors in one, NIST SP 800-63B-4 §3.1.7).
 *
 * @throws Refusal PASSKEY_REFUSED, TOO_MANY_ATTEMPTS
 */
export async function logInWithPasskey(doors: AuthDoors, given: Given): Promise<LoggedIn> {
  const { control, throttles } = doors;
  const { pendingToken, response, ip, now } = given;
  const attempts = [["network", ip]] as const;
  await throttles.admit(attempts, now.at);
  const pending = await control.read((db) => findPendingLogin(db, pendingToken, now.at));
  const userId = await takePasskey(doors, {
    response,
    kind: pending ? "second_factor" : "login",
    userId: pending?.userId ?? null,
    at: now.at,
  });
  await control.write((tx) => throttles.forget(tx, attempts));
  return openSession(doors, userId, given, "passkey");
}
