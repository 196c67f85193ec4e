import { and, eq, gt } from "drizzle-orm";
import { visites } from "#db/control/schema/visites";
import type { Auth } from "#server/auth/create-auth";
import { hashToken, newToken } from "#server/auth/session-token";
import { actingOf } from "#server/console/acting-of";
import type { Operator } from "#server/console/operator";
import { Refusal } from "#server/domain/refusal";
import { etatVisite } from "#server/domain/visite";
import type { Origin } from "#server/journal/origins";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { findVisite } from "./find-visite.ts";
import type { VisiteDoors } from "./visite-doors.ts";

/** The way in is open that long, ms. */
const tokenMs = 60_000;

/**
 * Draw the one way into a visit that was agreed to: used once, within a minute, by who asked for it.
 *
 * @throws Refusal VISITE_NOT_FOUND
 */
export async function drawVisiteToken(
  control: Control,
  which: { readonly visiteId: string; readonly societeId: SocieteId },
  { userId, now }: Operator,
): Promise<{ readonly jeton: string }> {
  const jeton = newToken();
  await control.write(async (tx) => {
    const found = await findVisite(tx, which);
    const mayEnter = found?.operatorId === userId && etatVisite(found, now.at) === "ouverte";
    if (!mayEnter) throw new Refusal("VISITE_NOT_FOUND");
    const way = { tokenHash: hashToken(jeton), tokenUntil: now.at + tokenMs };
    await tx.update(visites).set(way).where(eq(visites.id, which.visiteId));
  });
  return { jeton };
}

type Entry = { readonly jeton: string; readonly consoleSessionId: string; readonly origin: Origin };
type EntryDoors = VisiteDoors & { readonly auth: Pick<Auth, "lucia" | "streams" | "appOrigin"> };

/**
 * Enter a visit: a session of its own, which reads that société, writes nothing and ends with the visit.
 *
 * @returns the new session's token, for the cookie
 * @throws Refusal VISITE_NOT_FOUND, whatever is wrong with the token
 */
export async function enterVisite(
  { control, auth, witness }: EntryDoors,
  { jeton, consoleSessionId, origin }: Entry,
  operator: Operator,
): Promise<{ readonly token: string }> {
  const { at } = operator.now;
  const visite = await control.write(async (tx) => {
    const isIt = and(eq(visites.tokenHash, hashToken(jeton)), gt(visites.tokenUntil, at));
    const [found] = await tx
      .update(visites)
      .set({ tokenHash: null, tokenUntil: null })
      .where(isIt)
      .returning();
    if (!found || found.operatorId !== operator.userId || etatVisite(found, at) !== "ouverte")
      return null;
    return found;
  });
  if (!visite) throw new Refusal("VISITE_NOT_FOUND");
  const token = newToken();
  const societeId = visite.societeId as SocieteId;
  const attributes = {
    ...{ societeId, createdAt: at, lastSeenAt: at, secondFactorAt: at },
    ...{ ip: origin.ip, agent: origin.agent.slice(0, 300) },
    ...{ visiteId: visite.id, consoleSessionId },
  };
  await auth.lucia.createSession(operator.userId, attributes, { sessionId: hashToken(token) });
  const { by } = actingOf({ societeId, origin }, operator);
  witness.note(societeId, { kind: "visite.opened", entityId: visite.id }, by);
  return { token };
}
