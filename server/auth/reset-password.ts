import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { sessions } from "#db/control/schema/sessions";
import { tokens } from "#db/control/schema/tokens";
import { type User, users } from "#db/control/schema/users";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { passwordChanged } from "#server/mail/templates/password-changed";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import { assertPasswordFit } from "./assert-password-fit.ts";
import type { AuthDoors } from "./auth-doors.ts";
import { hashToken } from "./session-token.ts";

type Reset = {
  readonly token: string;
  readonly password: string;
  readonly ip: string;
  readonly now: Moment;
};

/**
 * Sets a new password by the link of a mail, once. Every session of the account ends, its other links die, its brakes
 * are released, and its owner is told.
 *
 * @throws Refusal RESET_LINK_INVALID (unknown, used or expired), PASSWORD_REFUSED with the problem, TOO_MANY_ATTEMPTS,
 * TOO_BUSY
 */
export async function resetPassword(doors: AuthDoors, reset: Reset): Promise<void> {
  const { control, passwords, throttles, streams, mail } = doors;
  const { token, password, ip, now } = reset;
  await throttles.admit([["network", ip]], now.at);
  const hash = hashToken(token);
  const userId = await control.read((db) => getOwnerId(db, hash, now.at));
  const user = await assertPasswordFit(control, userId, password);

  const passwordHash = await passwords.hash(password);
  const ended = await control.write(async (tx) => {
    await useToken(tx, hash, now.at);
    await throttles.forget(tx, [
      ["account", user.emailKey],
      ["account", user.username],
      ["network", ip],
    ]);
    return changePassword(doors, tx, user, { passwordHash, ip, now });
  });
  streams.close(ended);
  mail.wake();
}

const isUsable = (hash: string, at: number) =>
  and(
    eq(tokens.hash, hash),
    eq(tokens.kind, "password_reset"),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, at),
  );

async function getOwnerId(db: ControlDb, hash: string, at: number): Promise<string> {
  const [found] = await db.select({ userId: tokens.userId }).from(tokens).where(isUsable(hash, at));
  if (!found) throw new Refusal("RESET_LINK_INVALID");
  return found.userId;
}

/** Checked again in the transaction that uses it: of two clicks, one passes. */
async function useToken(tx: ControlTx, hash: string, at: number): Promise<void> {
  const used = await tx
    .update(tokens)
    .set({ usedAt: at })
    .where(isUsable(hash, at))
    .returning({ hash: tokens.hash });
  if (used.length === 0) throw new Refusal("RESET_LINK_INVALID");
}

/** @returns the ids of the sessions it ended */
async function changePassword(
  { appOrigin }: AuthDoors,
  tx: ControlTx,
  user: User,
  { passwordHash, ip, now }: Pick<Reset, "ip" | "now"> & { readonly passwordHash: string },
): Promise<string[]> {
  const { id: userId, email } = user;
  await tx
    .update(users)
    // Who read the mail holds the address.
    .set({ passwordHash, emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now.at})` })
    .where(eq(users.id, userId));
  await tx
    .update(tokens)
    .set({ usedAt: now.at })
    .where(and(eq(tokens.userId, userId), isNull(tokens.usedAt)));
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.userId, userId))
    .returning({ id: sessions.id });
  const action = "user.password_reset";
  await tx.insert(audit).values({ id: newId(), at: now.at, action, userId, ip });
  const content = passwordChanged({ appOrigin, at: now.at, ended: "all" });
  await enqueueMail(tx, { to: email, content }, now.at);
  return ended.map(({ id }) => id);
}
