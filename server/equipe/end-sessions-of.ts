import { and, eq } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { ControlTx } from "#server/tenancy/control";

type Place = { readonly userId: string; readonly societeId: string };

/** The sessions a person has in a société. */
export async function sessionsOf(tx: ControlTx, place: Place): Promise<string[]> {
  const rows = await tx.select({ id: sessions.id }).from(sessions).where(isIn(place));
  return rows.map(({ id }) => id);
}

/**
 * Takes a person's sessions out of a société: the account stays logged in, and is nowhere until it chooses another one.
 *
 * @returns the sessions concerned: close their live streams once the transaction is over (`auth.streams.close`)
 */
export async function endSessionsOf(tx: ControlTx, place: Place): Promise<string[]> {
  const ended = await tx
    .update(sessions)
    .set({ societeId: null })
    .where(isIn(place))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

const isIn = ({ userId, societeId }: Place) =>
  and(eq(sessions.userId, userId), eq(sessions.societeId, societeId));
