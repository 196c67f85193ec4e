import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { pendingLogins } from "#db/control/schema/pending-logins";
import { societes } from "#db/control/schema/societes";
import type { Moment } from "#server/domain/calendar-day";
import { newId } from "#server/id";
import type { AuthDoors } from "./auth-doors.ts";
import { hashToken, newToken } from "./session-token.ts";

/** Who comes in, from where. */
export type Arrival = {
  readonly ip: string;
  readonly agent: string;
  readonly now: Moment;
  /** The session the browser came with: it ends here, whoever put it there. */
  readonly previousSessionId: string | null;
};

export type LoggedIn = {
  /** For the cookie; stored nowhere. */
  readonly token: string;
  readonly mustChooseSociete: boolean;
};

/**
 * Opens a session with a new token, once everything asked was right. A user of exactly one société is in it at once;
 * with several, none is chosen. Nobody is put in a demonstration.
 *
 * @param by what it was proved with beside the password, or instead of it
 */
export async function openSession(
  { control, lucia, streams }: AuthDoors,
  userId: string,
  { ip, agent, now, previousSessionId }: Arrival,
  by: "totp" | "recovery" | "passkey" | null,
): Promise<LoggedIn> {
  const theirs = await control.write(async (tx) => {
    await tx.delete(pendingLogins).where(eq(pendingLogins.userId, userId));
    const act = { action: "user.logged_in", userId, ip, details: by ? { by } : {} };
    await tx.insert(audit).values({ id: newId(), at: now.at, ...act });
    return tx
      .select({ societeId: memberships.societeId })
      .from(memberships)
      .innerJoin(societes, eq(societes.id, memberships.societeId))
      .where(and(eq(memberships.userId, userId), eq(societes.isDemonstration, false)))
      .limit(2);
  });
  if (previousSessionId !== null) {
    await lucia.invalidateSession(previousSessionId);
    streams.close([previousSessionId]);
  }
  const token = newToken();
  const attributes = {
    societeId: (theirs.length === 1 ? theirs[0]?.societeId : null) ?? null,
    createdAt: now.at,
    lastSeenAt: now.at,
    ip,
    agent: agent.slice(0, 300),
    secondFactorAt: by ? now.at : null,
  };
  await lucia.createSession(userId, attributes, { sessionId: hashToken(token) });
  return { token, mustChooseSociete: theirs.length > 1 };
}
