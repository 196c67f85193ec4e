import { Refusal } from "#server/domain/refusal";
import type { AuthDoors } from "./auth-doors.ts";
import { type Arrival, type LoggedIn, openSession } from "./open-session.ts";
import { findPendingLogin } from "./pending-login.ts";
import { takeSecondFactor } from "./take-second-factor.ts";

type Given = Arrival & {
  readonly pendingToken: string | null;
  /** Of the authenticator, or a recovery code. */
  readonly code: string;
};

/**
 * The second step of a login, after the password and within ten minutes of it. Failures brake on counters of the
 * person's own, whatever the address they come from.
 *
 * @throws Refusal PENDING_LOGIN_OVER, CODE_WRONG with its problem on `code`, TOO_MANY_ATTEMPTS
 */
export async function giveSecondFactor(doors: AuthDoors, given: Given): Promise<LoggedIn> {
  const { control, throttles } = doors;
  const { pendingToken, code, ip, now } = given;
  const pending = await control.read((db) => findPendingLogin(db, pendingToken, now.at));
  if (!pending) throw new Refusal("PENDING_LOGIN_OVER");
  const { userId } = pending;
  const attempts = [
    ["secondFactor", userId],
    ["network", ip],
  ] as const;
  await throttles.admit(attempts, now.at);
  const by = await control.write(async (tx) => {
    const used = await takeSecondFactor(doors, tx, { userId, code, at: now.at });
    if (used) await throttles.forget(tx, attempts);
    return used;
  });
  if (!by) throw new Refusal("CODE_WRONG", {}, [{ field: "code", code: "CODE_WRONG" }]);
  return openSession(doors, userId, given, by);
}
