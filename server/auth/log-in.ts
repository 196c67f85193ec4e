import { eq, or } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { type User, users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { ControlDb } from "#server/tenancy/control";
import type { AuthDoors } from "./auth-doors.ts";
import { keyOfEmail, keyOfUsername } from "./read-identity.ts";
import { hashToken, newToken } from "./session-token.ts";

type Login = {
  /** E-mail address or username. */
  readonly identifiant: string;
  readonly password: string;
  readonly ip: string;
  readonly agent: string;
  readonly now: Moment;
  /** The session the browser came with: it ends here, whoever put it there. */
  readonly previousSessionId: string | null;
};

type LoggedIn = {
  /** For the cookie; stored nowhere. */
  readonly token: string;
  readonly mustChooseSociete: boolean;
};

/**
 * Opens a session with a new token. A user of exactly one société is in it at once; with several, none is chosen.
 *
 * An unknown account, a wrong password: same answer, same work, same counters.
 *
 * @throws Refusal LOGIN_FAILED, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function logIn(doors: AuthDoors, login: Login): Promise<LoggedIn> {
  const { control, passwords, throttles } = doors;
  const { identifiant, password, ip, now } = login;
  const user = await control.read((db) => findUser(db, identifiant));
  // By what was typed, not by the account found: failing on a username must not show in the brakes of an address.
  const attempts = [
    ["account", keyOfEmail(identifiant)],
    ["network", ip],
  ] as const;
  await throttles.admit(attempts, now.at);
  const isRight = await passwords.verify(user?.passwordHash ?? null, password);
  if (!user || !isRight) throw new Refusal("LOGIN_FAILED");

  const newHash = passwords.isOutdated(user.passwordHash) ? await passwords.hash(password) : null;
  await control.write(async (tx) => {
    await throttles.forget(tx, attempts);
    if (newHash) await tx.update(users).set({ passwordHash: newHash }).where(eq(users.id, user.id));
    const action = "user.logged_in";
    await tx.insert(audit).values({ id: newId(), at: now.at, action, userId: user.id, ip });
  });
  return openSession(doors, user.id, login);
}

async function openSession(
  { control, lucia, streams }: AuthDoors,
  userId: string,
  { ip, agent, now, previousSessionId }: Login,
): Promise<LoggedIn> {
  const theirs = await control.read((db) =>
    db
      .select({ societeId: memberships.societeId })
      .from(memberships)
      .where(eq(memberships.userId, userId))
      .limit(2),
  );
  const only = theirs.length === 1 ? theirs[0] : undefined;
  if (previousSessionId !== null) {
    await lucia.invalidateSession(previousSessionId);
    streams.close([previousSessionId]);
  }
  const token = newToken();
  const attributes = {
    societeId: only?.societeId ?? null,
    createdAt: now.at,
    lastSeenAt: now.at,
    ip,
    agent: agent.slice(0, 300),
  };
  await lucia.createSession(userId, attributes, { sessionId: hashToken(token) });
  return { token, mustChooseSociete: theirs.length > 1 };
}

/** A username holds no « @ », so at most one account answers. */
async function findUser(db: ControlDb, identifiant: string): Promise<User | null> {
  const [user] = await db
    .select()
    .from(users)
    .where(
      or(
        eq(users.emailKey, keyOfEmail(identifiant)),
        eq(users.username, keyOfUsername(identifiant)),
      ),
    );
  return user ?? null;
}
