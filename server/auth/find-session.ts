import type { Moment } from "#server/domain/calendar-day";
import { displayName } from "#server/domain/display-name";
import type { SocieteId } from "#server/tenancy/tenant";
import type { AuthDoors } from "./auth-doors.ts";
import { hashToken } from "./session-token.ts";
import type { Member, Membership, SessionView } from "./session-view.ts";

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * The session a cookie's token opens: one read. Null when there is none, or when it is over.
 *
 * A session seen more than a minute ago is marked as seen, after the answer.
 */
export async function findSession(
  { lucia, touches }: Pick<AuthDoors, "lucia" | "touches">,
  token: string,
  now: Moment,
): Promise<SessionView | null> {
  if (!tokenPattern.test(token)) return null;
  const { session, user } = await lucia.validateSession(hashToken(token));
  if (!session) return null;
  const { visiteId } = session;
  // Who visits is of the staff, though not there: the same short life.
  const isStaff = user.isSuperAdmin || visiteId !== null;
  touches.touch({ ...session, isSuperAdmin: isStaff }, now.at);

  const memberships = user.memberships.map(
    (entry): Membership => ({
      ...entry,
      societeId: entry.societeId as SocieteId,
    }),
  );
  const own = displayName(user);
  const name = visiteId === null ? own : `${own} (FacturePro)`;
  return {
    sessionId: session.id,
    user: {
      id: user.id,
      email: user.email,
      username: user.username,
      displayName: name,
      isSuperAdmin: user.isSuperAdmin,
      langue: user.langue,
    },
    secondFactor: {
      isOn: user.hasTotp || user.hasPasskey,
      isGiven: session.secondFactorAt !== null,
    },
    memberships,
    visite: visiteId === null ? null : { id: visiteId, until: user.visiteUntil ?? 0 },
    member: memberOf(memberships, session.societeId, { userId: user.id, userName: name }),
  };
}

function memberOf(
  memberships: readonly Membership[],
  societeId: string | null,
  who: Pick<Member, "userId" | "userName">,
): Member | null {
  const membership = memberships.find((entry) => entry.societeId === societeId);
  return membership ? { ...membership, ...who } : null;
}
