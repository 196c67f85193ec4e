import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { AuthDoors } from "#server/auth/auth-doors";
import type { Doer } from "./doer.ts";

/** Ends every session of the person's but the one that asks. @returns how many */
export async function endOtherSessions(
  { control, streams }: Pick<AuthDoors, "control" | "streams">,
  { userId, sessionId }: Pick<Doer, "userId" | "sessionId">,
): Promise<number> {
  const ended = await control.write((tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))
      .returning({ id: sessions.id }),
  );
  streams.close(ended.map(({ id }) => id));
  return ended.length;
}
