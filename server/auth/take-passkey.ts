import { and, eq, lte } from "drizzle-orm";
import { type Passkey, passkeys } from "#db/control/schema/passkeys";
import { Refusal } from "#server/domain/refusal";
import type { AuthDoors } from "./auth-doors.ts";
import { takeChallenge } from "./passkey-challenge.ts";
import { type Assertion, checkAssertion } from "./webauthn.ts";

type Given = {
  readonly response: Assertion;
  readonly kind: "login" | "second_factor";
  /** Whose key it must be; null when the key itself says it. */
  readonly userId: string | null;
  /** Milliseconds UTC. */
  readonly at: number;
};

/**
 * Accepts what a device signed, once. A counter that does not grow comes from a copy of the key, and is refused.
 *
 * @returns whose key it is
 * @throws Refusal PASSKEY_REFUSED, whether the key is unknown, another's, or wrong
 */
export async function takePasskey(
  { control, appOrigin }: Pick<AuthDoors, "control" | "appOrigin">,
  { response, kind, userId, at }: Given,
): Promise<string> {
  const { challenge, key } = await control.write(async (tx) => {
    const [found] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, response.id));
    const about = { kind, userId, at };
    return {
      challenge: await takeChallenge(tx, response.response.clientDataJSON, about),
      key: found,
    };
  });
  if (!key || (userId !== null && key.userId !== userId)) throw new Refusal("PASSKEY_REFUSED");
  const counter = await checkAssertion(appOrigin, challenge, { response, key });
  await control.write((tx) => advance(tx, key, { counter, lastUsedAt: at }));
  return key.userId;
}

type Tx = Parameters<Parameters<AuthDoors["control"]["write"]>[0]>[0];

async function advance(
  tx: Tx,
  { id }: Passkey,
  used: { readonly counter: number; readonly lastUsedAt: number },
): Promise<void> {
  const advanced = await tx
    .update(passkeys)
    .set(used)
    .where(and(eq(passkeys.id, id), lte(passkeys.counter, used.counter)))
    .returning({ id: passkeys.id });
  if (advanced.length === 0) throw new Refusal("PASSKEY_REFUSED");
}
