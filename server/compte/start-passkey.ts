import { eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import { users } from "#db/control/schema/users";
import { assertPassword } from "#server/auth/assert-password";
import type { AuthDoors } from "#server/auth/auth-doors";
import { drawChallenge } from "#server/auth/passkey-challenge";
import { registrationOptions } from "#server/auth/webauthn";
import { Refusal } from "#server/domain/refusal";
import type { Doer } from "./doer.ts";
import { readKeyName } from "./read-key-name.ts";

/** Nobody has more devices than that at hand. */
const passkeysMax = 20;

/**
 * What the browser needs to make a passkey for this account.
 *
 * @throws Refusal IDENTITY_INVALID on `nom`, PASSWORD_WRONG, PASSKEYS_TOO_MANY, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function startPasskey(
  doors: AuthDoors,
  { nom: typed, password }: { readonly nom: string; readonly password: string },
  doer: Doer,
) {
  const { control, appOrigin } = doors;
  const { userId, ip, now } = doer;
  const nom = readKeyName(typed);
  await assertPassword(doors, { userId, password, ip, now });
  const { user, known, challenge } = await control.write(async (tx) => {
    const [owner] = await tx.select().from(users).where(eq(users.id, userId));
    const theirs = await tx.select().from(passkeys).where(eq(passkeys.userId, userId));
    if (!owner) throw new Refusal("SESSION_REQUIRED");
    if (theirs.length >= passkeysMax) throw new Refusal("PASSKEYS_TOO_MANY", { max: passkeysMax });
    const drawn = await drawChallenge(tx, { kind: "registration", userId, at: now.at });
    return { user: owner, known: theirs, challenge: drawn };
  });
  const { email, username } = user;
  const owner = { id: userId, email, displayName: username };
  return { nom, options: await registrationOptions({ appOrigin, challenge, user: owner, known }) };
}
