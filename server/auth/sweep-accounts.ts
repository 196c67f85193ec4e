import { and, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { emailChanges } from "#db/control/schema/email-changes";
import { invitations } from "#db/control/schema/invitations";
import { outbox } from "#db/control/schema/outbox";
import { passkeyChallenges } from "#db/control/schema/passkey-challenges";
import { pendingLogins } from "#db/control/schema/pending-logins";
import { recoverySheets } from "#db/control/schema/recovery-codes";
import { sessions } from "#db/control/schema/sessions";
import { throttles } from "#db/control/schema/throttles";
import { tokens } from "#db/control/schema/tokens";
import type { Control } from "#server/tenancy/control";

const day = 86_400_000;

/** Answered, withdrawn or expired by then. */
const isSettled = (by: number) =>
  or(
    lt(invitations.joinedAt, by),
    lt(invitations.revokedAt, by),
    and(isNull(invitations.joinedAt), lt(invitations.expiresAt, by)),
  );

/**
 * Forgets what no longer serves: sessions over, links dead for a day, brakes released for a day, mails and invitations settled
 * for 30 days; and after a year from where the acts of the audit came (GDPR art. 5.1.e; CNIL, deliberation 2021-122).
 *
 * @param at instant, milliseconds UTC
 */
export async function sweepAccounts(control: Control, at: number): Promise<void> {
  await control.write(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, Math.floor(at / 1000)));
    await tx.delete(tokens).where(lt(tokens.expiresAt, at - day));
    await tx.delete(invitations).where(isSettled(at - 30 * day));
    await tx.delete(pendingLogins).where(lt(pendingLogins.expiresAt, at));
    await tx.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, at));
    await tx.delete(recoverySheets).where(lt(recoverySheets.expiresAt, at));
    await tx.delete(emailChanges).where(lt(emailChanges.expiresAt, at));
    await tx.delete(throttles).where(lt(throttles.since, at - day));
    await tx
      .update(audit)
      .set({ ip: null })
      .where(and(lt(audit.at, at - 365 * day), isNotNull(audit.ip)));
    await tx
      .delete(outbox)
      .where(and(ne(outbox.status, "pending"), lt(outbox.createdAt, at - 30 * day)));
  });
}
