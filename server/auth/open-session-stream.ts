import { and, eq, gt } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import { memberSettings } from "#server/domain/permissions";
import { log } from "#server/log";
import type { ControlDb } from "#server/tenancy/control";
import type { AuthDoors } from "./auth-doors.ts";
import { readVisit } from "./read-visit.ts";
import type { SessionView } from "./session-view.ts";

const checkEvery = 30_000;

export type SessionStream = {
  /** Aborts when the session ends, leaves its société, or its place there is no longer the same. */
  readonly signal: AbortSignal;
  /** To call when the stream is over, whatever ended it. */
  release(): void;
};

/**
 * Registers a live stream of this session. It is cut at once by what this process does (logout, reset, change of
 * société), and within half a minute by anything else: expiry, a membership removed by a script.
 *
 * @throws Refusal TOO_MANY_STREAMS
 */
export function openSessionStream(
  { control, streams, clock }: Pick<AuthDoors, "control" | "streams" | "clock">,
  session: SessionView,
): SessionStream {
  const { signal, release } = streams.open(session.sessionId, session.member?.societeId);
  const check = async () => {
    const isValid = await control.read((db) => isStillThere(db, session, clock().at));
    if (!isValid) streams.close([session.sessionId]);
  };
  const timer = setInterval(() => {
    check().catch((err: unknown) => log.warn({ err }, "stream not checked"));
  }, checkEvery).unref();
  const end = () => {
    clearInterval(timer);
    release();
  };
  signal.addEventListener("abort", end, { once: true });
  return { signal, release: end };
}

/** @param at instant, milliseconds UTC */
async function isStillThere(db: ControlDb, session: SessionView, at: number): Promise<boolean> {
  const { sessionId, member, visite } = session;
  if (!member) return false;
  if (visite) {
    const isOpen = (await readVisit(db, visite.id, at)) !== null;
    return isOpen && (await db.$count(sessions, eq(sessions.id, sessionId))) > 0;
  }
  const [found] = await db
    .select({
      role: memberships.role,
      mayIssue: memberships.mayIssue,
      maySeeOthersAmounts: memberships.maySeeOthersAmounts,
      mayExport: memberships.mayExport,
    })
    .from(sessions)
    .innerJoin(
      memberships,
      and(eq(memberships.userId, sessions.userId), eq(memberships.societeId, sessions.societeId)),
    )
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.societeId, member.societeId),
        gt(sessions.expiresAt, Math.floor(at / 1000)),
      ),
    );
  return (
    found !== undefined &&
    found.role === member.role &&
    memberSettings.every((setting) => found[setting] === member[setting])
  );
}
