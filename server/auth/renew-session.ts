import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { ControlTx } from "#server/tenancy/control";
import { hashToken, newToken } from "./session-token.ts";

type Renewal = {
  readonly userId: string;
  readonly sessionId: string;
  /** Milliseconds UTC; undefined leaves what it was. */
  readonly secondFactorAt?: number | null;
};

/**
 * After a change of password or of second factor: this session goes on under a new token, every other one of the person
 * ends (ASVS 7.2.4, 7.4.3).
 *
 * @returns the token for the cookie, and the ids whose streams are to be cut, this session's former one included
 */
export async function renewSession(
  tx: ControlTx,
  { userId, sessionId, secondFactorAt }: Renewal,
): Promise<{ readonly token: string; readonly ended: readonly string[] }> {
  const token = newToken();
  const others = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  await tx
    .update(sessions)
    .set({ id: hashToken(token), ...(secondFactorAt !== undefined && { secondFactorAt }) })
    .where(eq(sessions.id, sessionId));
  return { token, ended: [sessionId, ...others.map(({ id }) => id)] };
}
