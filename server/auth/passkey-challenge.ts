import { and, eq, gt, isNull } from "drizzle-orm";
import { passkeyChallenges } from "#db/control/schema/passkey-challenges";
import { Refusal } from "#server/domain/refusal";
import type { ControlTx } from "#server/tenancy/control";
import { hashToken, newToken } from "./session-token.ts";

/** Milliseconds to hold the device to the reader, or find the key. */
const lifetime = 5 * 60_000;

type About = {
  readonly kind: "registration" | "login" | "second_factor";
  /** Null for a login: the key itself says whose it is. */
  readonly userId: string | null;
  /** Instant, milliseconds UTC. */
  readonly at: number;
};

/** What a device is asked to sign, once, within five minutes: 256 bits, base64url. */
export async function drawChallenge(tx: ControlTx, about: About): Promise<string> {
  const challenge = newToken();
  const { kind, userId, at } = about;
  await tx
    .insert(passkeyChallenges)
    .values({ hash: hashToken(challenge), kind, userId, expiresAt: at + lifetime });
  return challenge;
}

/**
 * The challenge a device says it signed, if it was drawn for this act and this person and has not served.
 *
 * @param clientData the device's `clientDataJSON`, base64url
 * @throws Refusal PASSKEY_REFUSED
 */
export async function takeChallenge(
  tx: ControlTx,
  clientData: string,
  { kind, userId, at }: About,
): Promise<string> {
  const challenge = challengeIn(clientData);
  const [taken] = await tx
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.hash, hashToken(challenge)),
        eq(passkeyChallenges.kind, kind),
        userId === null ? isNull(passkeyChallenges.userId) : eq(passkeyChallenges.userId, userId),
        gt(passkeyChallenges.expiresAt, at),
      ),
    )
    .returning({ hash: passkeyChallenges.hash });
  if (!taken) throw new Refusal("PASSKEY_REFUSED");
  return challenge;
}

function challengeIn(clientData: string): string {
  try {
    const said = JSON.parse(Buffer.from(clientData, "base64url").toString("utf8")) as unknown;
    const { challenge } = said as { readonly challenge?: unknown };
    return typeof challenge === "string" ? challenge : "";
  } catch {
    return "";
  }
}
