import { and, eq, gt } from "drizzle-orm";
import { pendingLogins } from "#db/control/schema/pending-logins";
import type { Moment } from "#server/domain/calendar-day";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { AuthDoors } from "./auth-doors.ts";
import { readSecondFactors } from "./read-second-factors.ts";
import { hashToken, newToken } from "./session-token.ts";

/** Milliseconds between the password and the second factor. */
const lifetime = 10 * 60_000;

/**
 * Remembers that the password was right. @param at instant, milliseconds UTC
 *
 * @returns the token for the browser's cookie, stored nowhere
 */
export async function openPendingLogin(tx: ControlTx, userId: string, at: number): Promise<string> {
  const token = newToken();
  await tx
    .insert(pendingLogins)
    .values({ hash: hashToken(token), userId, expiresAt: at + lifetime, createdAt: at });
  return token;
}

/** Whose login awaits its second factor in this browser; null when none does. */
export async function findPendingLogin(
  db: ControlDb | ControlTx,
  token: string | null,
  at: number,
): Promise<{ readonly hash: string; readonly userId: string } | null> {
  if (token === null) return null;
  const [pending] = await db
    .select({ hash: pendingLogins.hash, userId: pendingLogins.userId })
    .from(pendingLogins)
    .where(and(eq(pendingLogins.hash, hashToken(token)), gt(pendingLogins.expiresAt, at)));
  return pending ?? null;
}

/** Which second factors the login under way in this browser may be completed with; null when there is none. */
export async function readPendingLogin(
  { control }: Pick<AuthDoors, "control">,
  token: string | null,
  now: Moment,
): Promise<{ readonly hasTotp: boolean; readonly hasPasskey: boolean } | null> {
  return control.read(async (db) => {
    const pending = await findPendingLogin(db, token, now.at);
    if (!pending) return null;
    const { hasTotp, passkeyCount } = await readSecondFactors(db, pending.userId);
    return { hasTotp, hasPasskey: passkeyCount > 0 };
  });
}

/** The cookie of a pending login: of this host only, for ten minutes. */
export function pendingCookie(appOrigin: string) {
  const isSecure = appOrigin.startsWith("https://");
  const name = isSecure ? "__Host-attente" : "attente";
  const rest = `HttpOnly; Path=/; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return {
    name,
    serialize: (token: string) => `${name}=${token}; Max-Age=${lifetime / 1000}; ${rest}`,
    blank: () => `${name}=; Max-Age=0; ${rest}`,
  };
}
