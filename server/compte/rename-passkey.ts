import { and, eq } from "drizzle-orm";
import { passkeys } from "#db/control/schema/passkeys";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";
import { readKeyName } from "./read-key-name.ts";

/** @throws Refusal IDENTITY_INVALID on `nom`, PASSKEY_NOT_FOUND */
export async function renamePasskey(
  { control }: { readonly control: Control },
  { passkeyId, nom }: { readonly passkeyId: string; readonly nom: string },
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  const named = readKeyName(nom);
  const renamed = await control.write((tx) =>
    tx
      .update(passkeys)
      .set({ nom: named })
      .where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, userId)))
      .returning({ id: passkeys.id }),
  );
  if (renamed.length === 0) throw new Refusal("PASSKEY_NOT_FOUND");
}
