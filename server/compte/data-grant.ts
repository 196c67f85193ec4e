import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { Refusal } from "#server/domain/refusal";
import type { Seals } from "#server/secrets/create-seals";
import type { Doer } from "./doer.ts";

/** Long enough to begin a download. */
const GRANT_MS = 5 * 60_000;

const contextOf = ({ userId, sessionId }: Pick<Doer, "userId" | "sessionId">) =>
  `compte.data ${userId} ${sessionId}`;

/**
 * The password was given again: this session may take its person's data for five minutes. Sealed for that session, the
 * grant opens nothing elsewhere, so that it may stand in an address.
 *
 * @throws Refusal PASSWORD_WRONG, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function grantData(doors: AuthDoors, password: string, doer: Doer): Promise<string> {
  const { userId, ip, now } = doer;
  await assertPassword(doors, { userId, password, ip, now });
  return doors.seals.seal(String(now.at + GRANT_MS), contextOf(doer));
}

/** @throws Refusal LINK_INVALID: over, another session's, or made up */
export function assertGranted(
  { seals }: { readonly seals: Seals },
  grant: string,
  doer: Doer,
): void {
  if (!(untilOf(seals, grant, doer) > doer.now.at)) throw new Refusal("LINK_INVALID");
}

function untilOf(seals: Seals, grant: string, doer: Doer): number {
  try {
    return Number(seals.unseal(grant, contextOf(doer)));
  } catch {
    return 0;
  }
}
