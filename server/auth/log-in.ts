import { eq, or } from "drizzle-orm";
import { type User, users } from "#db/control/schema/users";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb } from "#server/tenancy/control";
import type { AuthDoors } from "./auth-doors.ts";
import { type Arrival, type LoggedIn, openSession } from "./open-session.ts";
import { openPendingLogin } from "./pending-login.ts";
import { keyOfEmail, keyOfUsername } from "./read-identity.ts";
import { readSecondFactors } from "./read-second-factors.ts";

type Login = Arrival & {
  /** E-mail address or username. */
  readonly identifiant: string;
  readonly password: string;
};

type PasswordGiven =
  | ({ readonly step: "done" } & LoggedIn)
  /** The second factor is awaited from the browser that holds this token. */
  | { readonly step: "second_factor"; readonly pendingToken: string };

/**
 * Opens a session, or, for who has a second factor, awaits it for ten minutes.
 *
 * An unknown account, a wrong password: same answer, same work, same counters.
 *
 * @throws Refusal LOGIN_FAILED, TOO_MANY_ATTEMPTS, TOO_BUSY
 */
export async function logIn(doors: AuthDoors, login: Login): Promise<PasswordGiven> {
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
  const pendingToken = await control.write(async (tx) => {
    await throttles.forget(tx, attempts);
    if (newHash) await tx.update(users).set({ passwordHash: newHash }).where(eq(users.id, user.id));
    const { hasTotp, passkeyCount } = await readSecondFactors(tx, user.id);
    return hasTotp || passkeyCount > 0 ? openPendingLogin(tx, user.id, now.at) : null;
  });
  if (pendingToken !== null) return { step: "second_factor", pendingToken };
  return { step: "done", ...(await openSession(doors, user.id, login, null)) };
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
