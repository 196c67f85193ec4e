import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import { expiryOf, touchInterval } from "./session-times.ts";

type Seen = {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly isSuperAdmin: boolean;
};

export type SessionTouches = {
  /** Marks a session as seen at `now` (ms UTC), at most once a minute, without keeping the request waiting. */
  touch(session: Seen, now: number): void;
  /** Resolves when no mark is on its way to the disk: before the control database closes. */
  settled(): Promise<void>;
};

export function createSessionTouches(control: Control): SessionTouches {
  const underWay = new Map<string, Promise<void>>();

  const mark = async ({ id, createdAt, isSuperAdmin }: Seen, now: number) => {
    try {
      await control.write(async (tx) => {
        const [seen] = await tx
          .update(sessions)
          .set({
            lastSeenAt: now,
            expiresAt: expiryOf({ createdAt, seenAt: now, isSuperAdmin }),
          })
          .where(eq(sessions.id, id))
          .returning({ userId: sessions.userId, societeId: sessions.societeId });
        if (!seen?.societeId) return;
        const { userId, societeId } = seen;
        const isThere = and(eq(memberships.userId, userId), eq(memberships.societeId, societeId));
        // What the team's page shows, and what outlives the session.
        await tx.update(memberships).set({ lastSeenAt: now }).where(isThere);
      });
    } catch (err) {
      log.warn({ err }, "session not marked as seen");
    }
  };

  return {
    touch(session, now) {
      if (now - session.lastSeenAt < touchInterval || underWay.has(session.id)) return;
      underWay.set(
        session.id,
        mark(session, now).finally(() => underWay.delete(session.id)),
      );
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}
