import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { emailChanges } from "#db/control/schema/email-changes";
import { invitations } from "#db/control/schema/invitations";
import { outbox } from "#db/control/schema/outbox";
import { passkeyChallenges } from "#db/control/schema/passkey-challenges";
import { passkeys } from "#db/control/schema/passkeys";
import { pendingLogins } from "#db/control/schema/pending-logins";
import { recoveryCodes, recoverySheets } from "#db/control/schema/recovery-codes";
import { sessions } from "#db/control/schema/sessions";
import { tokens } from "#db/control/schema/tokens";
import type { User } from "#db/control/schema/users";
import { visitesGuidees } from "#db/control/schema/visites-guidees";
import type { Throttles } from "#server/auth/throttles";
import type { ControlTx } from "#server/tenancy/control";

type Person = Pick<User, "id" | "emailKey" | "username">;

const owned = [
  emailChanges,
  passkeyChallenges,
  passkeys,
  pendingLogins,
  recoveryCodes,
  recoverySheets,
  tokens,
  visitesGuidees,
] as const;

/**
 * Deletes what the service keeps of a person around their account: sessions, factors, links, brakes, the mails written to
 * them and the invitations they answered. Those that still wait belong to who sent them.
 *
 * @returns the sessions that ended: close their live streams once the transaction is over
 */
export async function forgetTraces(
  tx: ControlTx,
  { throttles }: { readonly throttles: Throttles },
  { id, emailKey, username }: Person,
): Promise<string[]> {
  for (const table of owned) await tx.delete(table).where(eq(table.userId, id));
  const isToThem = sql`lower(${outbox.to}) = ${emailKey}`;
  await tx.delete(outbox).where(or(isToThem, eq(outbox.tokenUserId, id)));
  await tx
    .delete(invitations)
    .where(and(eq(invitations.emailKey, emailKey), isNotNull(invitations.joinedAt)));
  await throttles.erase(tx, [id, emailKey, username]);
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.userId, id))
    .returning({ id: sessions.id });
  return ended.map((session) => session.id);
}
