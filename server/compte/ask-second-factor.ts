import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import type { AuthDoors } from "#server/auth/auth-doors";
import type { SessionView } from "#server/auth/session-view";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";

type Policy = {
  readonly societeId: string;
  readonly isAsked: boolean;
  readonly session: Pick<SessionView, "user" | "secondFactor">;
  readonly now: Moment;
};

/**
 * Whether a société asks a second factor of everybody who enters. Who has given none is sent to set one up at the next
 * page; their live streams end now.
 *
 * @throws Refusal SECOND_FACTOR_REQUIRED when who asks for it has given none: they would shut themselves out
 */
export async function askSecondFactor(
  { control, streams }: Pick<AuthDoors, "control" | "streams">,
  { societeId, isAsked, session, now }: Policy,
): Promise<void> {
  if (isAsked && !session.secondFactor.isGiven) throw new Refusal("SECOND_FACTOR_REQUIRED");
  const outside = await control.write(async (tx) => {
    await tx.update(societes).set({ asksSecondFactor: isAsked }).where(eq(societes.id, societeId));
    const action = isAsked ? "societe.second_factor_asked" : "societe.second_factor_optional";
    const act = { action, userId: session.user.id, societeId };
    await tx.insert(audit).values({ id: newId(), at: now.at, ...act });
    if (!isAsked) return [];
    return tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.societeId, societeId), isNull(sessions.secondFactorAt)));
  });
  streams.close(outside.map(({ id }) => id));
}
