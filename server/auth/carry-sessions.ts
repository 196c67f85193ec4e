import { gt, sql } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { Control } from "#server/tenancy/control";

/**
 * The demonstration's clock jumps: nobody slept that long, so the sessions that were alive jump with it. Milliseconds.
 */
export async function carrySessions(control: Control, from: number, to: number): Promise<void> {
  const jump = to - from;
  await control.write((tx) =>
    tx
      .update(sessions)
      .set({
        createdAt: sql`${sessions.createdAt} + ${jump}`,
        lastSeenAt: sql`${sessions.lastSeenAt} + ${jump}`,
        expiresAt: sql`${sessions.expiresAt} + ${Math.ceil(jump / 1000)}`,
      })
      .where(gt(sessions.expiresAt, Math.floor(from / 1000))),
  );
}
