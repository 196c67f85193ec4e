import { and, eq, isNull, lt, or } from "drizzle-orm";
import { recoveryCodes } from "#db/control/schema/recovery-codes";
import { users } from "#db/control/schema/users";
import type { ControlTx } from "#server/tenancy/control";
import type { AuthDoors } from "./auth-doors.ts";
import { hashRecoveryCode, isRecoveryCode } from "./recovery-code.ts";
import { findTotpStep } from "./totp.ts";
import { totpContext } from "./totp-context.ts";

type Given = { readonly userId: string; readonly code: string; readonly at: number };

/**
 * Takes a code typed by a person: of their authenticator, or one of their recovery codes. It serves once.
 *
 * @param given.at instant, milliseconds UTC, for the record of a recovery code
 * @returns null when it is wrong or has already served
 */
export async function takeSecondFactor(
  doors: Pick<AuthDoors, "seals" | "deviceClock">,
  tx: ControlTx,
  given: Given,
): Promise<"totp" | "recovery" | null> {
  const code = given.code.replace(/\s/g, "");
  if (/^\d{6}$/.test(code)) return takeTotp(doors, tx, { ...given, code });
  return isRecoveryCode(code) ? takeRecoveryCode(tx, given) : null;
}

async function takeTotp(
  { seals, deviceClock }: Pick<AuthDoors, "seals" | "deviceClock">,
  tx: ControlTx,
  { userId, code }: Given,
): Promise<"totp" | null> {
  const isTheirs = eq(users.id, userId);
  const [user] = await tx
    .select({ sealed: users.totpSecret, lastStep: users.totpStep })
    .from(users)
    .where(isTheirs);
  if (!user?.sealed) return null;
  const context = totpContext(userId);
  const secret = seals.unseal(user.sealed, context);
  const step = findTotpStep(secret, code, { at: deviceClock().at, lastStep: user.lastStep });
  if (step === null) return null;
  const resealed = seals.isOutdated(user.sealed) ? seals.seal(secret, context) : user.sealed;
  const used = await tx
    .update(users)
    .set({ totpStep: step, totpSecret: resealed })
    .where(and(isTheirs, or(isNull(users.totpStep), lt(users.totpStep, step))))
    .returning({ id: users.id });
  return used.length === 0 ? null : "totp";
}

async function takeRecoveryCode(
  tx: ControlTx,
  { userId, code, at }: Given,
): Promise<"recovery" | null> {
  const isUnused = and(
    eq(recoveryCodes.hash, hashRecoveryCode(userId, code)),
    eq(recoveryCodes.userId, userId),
    isNull(recoveryCodes.usedAt),
  );
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(isUnused)
    .returning({ hash: recoveryCodes.hash });
  return used.length === 0 ? null : "recovery";
}
