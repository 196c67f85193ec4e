import { eq } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { ControlTx } from "#server/tenancy/control";

/** Deletes the sessions of a visit. @returns their ids: cut their streams after the commit */
export async function endSessionsOf(tx: ControlTx, visiteId: string): Promise<string[]> {
  const gone = await tx
    .delete(sessions)
    .where(eq(sessions.visiteId, visiteId))
    .returning({ id: sessions.id });
  return gone.map(({ id }) => id);
}
