import { eq } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { AuthDoors } from "#server/auth/auth-doors";
import { Refusal } from "#server/domain/refusal";
import type { Doer } from "./doer.ts";
import { sessionRef } from "./session-ref.ts";

/**
 * Ends one session of the person's, on whatever device, its live streams at once.
 *
 * @param ref as `listSessions` names it
 * @throws Refusal SESSION_NOT_FOUND: over, or somebody else's
 */
export async function endSession(
  { control, streams }: Pick<AuthDoors, "control" | "streams">,
  ref: string,
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  const ended = await control.write(async (tx) => {
    const theirs = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(eq(sessions.userId, userId));
    const found = theirs.find(({ id }) => sessionRef(id) === ref);
    if (!found) throw new Refusal("SESSION_NOT_FOUND");
    await tx.delete(sessions).where(eq(sessions.id, found.id));
    return found.id;
  });
  streams.close([ended]);
}
