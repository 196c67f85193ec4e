import { eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import { recoveryCodes } from "#db/control/schema/recovery-codes";
import type { AuthDoors } from "#server/auth/auth-doors";
import { takeChallenge } from "#server/auth/passkey-challenge";
import { renewSession } from "#server/auth/renew-session";
import { checkRegistration, type Registration } from "#server/auth/webauthn";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Doer, Renewed } from "./doer.ts";
import { drawRecoveryCodes } from "./draw-recovery-codes.ts";
import { noteChange } from "./note-change.ts";
import { readKeyName } from "./read-key-name.ts";

type NewKey = { readonly nom: string; readonly response: Registration };

type Added = Renewed & {
  /** Recovery codes were drawn: it is the person's first second factor. */
  readonly hasNewCodes: boolean;
};

/**
 * Keeps the passkey a device has just made: it logs in, alone or after the password. With the first second factor come
 * recovery codes. This session counts as proved, the others end.
 *
 * @throws Refusal IDENTITY_INVALID on `nom`, PASSKEY_REFUSED
 */
export async function addPasskey(
  doors: AuthDoors,
  { nom: typed, response }: NewKey,
  doer: Doer,
): Promise<Added> {
  const { control, appOrigin, seals } = doors;
  const { userId, sessionId, now } = doer;
  const nom = readKeyName(typed);
  const challenge = await control.write((tx) =>
    takeChallenge(tx, response.response.clientDataJSON, {
      kind: "registration",
      userId,
      at: now.at,
    }),
  );
  const key = await checkRegistration(appOrigin, challenge, response);
  const { hasNewCodes, token, ended } = await control.write(async (tx) => {
    if ((await tx.$count(passkeys, eq(passkeys.credentialId, key.credentialId))) > 0)
      throw new Refusal("PASSKEY_REFUSED");
    await tx.insert(passkeys).values({ id: newId(), userId, nom, ...key, createdAt: now.at });
    const isFirst = (await tx.$count(recoveryCodes, eq(recoveryCodes.userId, userId))) === 0;
    if (isFirst) await drawRecoveryCodes(tx, seals, { userId, at: now.at });
    await noteChange(tx, doors, doer, "passkey_added");
    const renewed = await renewSession(tx, { userId, sessionId, secondFactorAt: now.at });
    return { ...renewed, hasNewCodes: isFirst };
  });
  doors.streams.close(ended);
  doors.mail.wake();
  return { token, hasNewCodes };
}
