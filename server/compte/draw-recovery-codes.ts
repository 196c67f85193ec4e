import { eq } from "drizzle-orm";
import { recoveryCodes, recoverySheets } from "#db/control/schema/recovery-codes";
import { hashRecoveryCode, newRecoveryCode, recoveryCodeCount } from "#server/auth/recovery-code";
import type { Seals } from "#server/secrets/create-seals";
import type { ControlTx } from "#server/tenancy/control";
import { sheetContext } from "./sheet-context.ts";

/** How long the codes may be looked at, in milliseconds. */
const shownFor = 15 * 60_000;

/**
 * Ten new recovery codes; the former ones open nothing any more. Their hashes are kept, and for a quarter of an hour a
 * sealed copy, so that the page that shows them once survives a reload.
 *
 * @param at instant, milliseconds UTC
 */
export async function drawRecoveryCodes(
  tx: ControlTx,
  seals: Seals,
  { userId, at }: { readonly userId: string; readonly at: number },
): Promise<void> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ hash: hashRecoveryCode(userId, code), userId, createdAt: at })));
  const sealed = seals.seal(codes.join(" "), sheetContext(userId));
  const sheet = { userId, sealed, expiresAt: at + shownFor };
  await tx
    .insert(recoverySheets)
    .values(sheet)
    .onConflictDoUpdate({ target: recoverySheets.userId, set: sheet });
}
