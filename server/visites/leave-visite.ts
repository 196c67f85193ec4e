import { and, eq, gt } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { Auth } from "#server/auth/create-auth";
import { hashToken, newToken } from "#server/auth/session-token";
import type { Control } from "#server/tenancy/control";

type Doors = { readonly control: Control; readonly auth: Pick<Auth, "streams"> };

/**
 * Leave a visit, which stays open until its end: its session is over, and the session of the console it came from goes on
 * under a new token.
 *
 * @returns that token; null when the console's session is over meanwhile
 */
export async function leaveVisite(
  { control, auth }: Doors,
  sessionId: string,
  at: number,
): Promise<string | null> {
  const token = newToken();
  const back = await control.write(async (tx) => {
    const [left] = await tx.delete(sessions).where(eq(sessions.id, sessionId)).returning();
    const from = left?.consoleSessionId;
    if (!from) return [];
    const isAlive = and(eq(sessions.id, from), gt(sessions.expiresAt, Math.floor(at / 1_000)));
    return tx
      .update(sessions)
      .set({ id: hashToken(token) })
      .where(isAlive)
      .returning();
  });
  auth.streams.close([sessionId]);
  return back.length > 0 ? token : null;
}
