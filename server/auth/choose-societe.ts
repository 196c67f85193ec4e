import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { AuthDoors } from "./auth-doors.ts";

type Choice = {
  readonly sessionId: string;
  readonly userId: string;
  readonly societeId: string;
  readonly now: Moment;
};

/**
 * Attaches the session to another of the user's sociétés. Streams still open on the former one are cut; tabs left on
 * it are refused with SOCIETE_MISMATCH.
 *
 * @throws Refusal SOCIETE_NOT_FOUND, whether it does not exist or is somebody else's
 */
export async function chooseSociete(
  { control, streams }: AuthDoors,
  choice: Choice,
): Promise<void> {
  const { sessionId, userId, societeId, now } = choice;
  const isTheirs = and(eq(memberships.userId, userId), eq(memberships.societeId, societeId));
  await control.write(async (tx) => {
    if ((await tx.$count(memberships, isTheirs)) === 0) throw new Refusal("SOCIETE_NOT_FOUND");
    await tx.update(sessions).set({ societeId }).where(eq(sessions.id, sessionId));
    const action = "user.entered_societe";
    await tx.insert(audit).values({ id: newId(), at: now.at, action, userId, societeId });
  });
  streams.close([sessionId]);
}
