import { eq } from "drizzle-orm";
import { sessions } from "#db/control/schema/sessions";
import type { Auth } from "#server/auth/create-auth";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { assertSociete } from "./assert-societe.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Doors = { readonly control: Control; readonly auth: Pick<Auth, "streams"> };

/**
 * Close every session open in a société: each person logs in again. Their open pages are told at once.
 *
 * @returns how many were closed
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND
 */
export async function endSessionsOfSociete(
  { control, auth }: Doors,
  { societeId, reason: typed }: { readonly societeId: SocieteId; readonly reason: string },
  operator: Operator,
): Promise<{ readonly ended: number }> {
  const reason = readReason(typed);
  const ended = await control.write(async (tx) => {
    await assertSociete(tx, societeId);
    const gone = await tx
      .delete(sessions)
      .where(eq(sessions.societeId, societeId))
      .returning({ id: sessions.id });
    const details = { nb: gone.length };
    await recordActe(tx, { kind: "sessions.ended", societeId, reason, details }, operator);
    return gone.map(({ id }) => id);
  });
  auth.streams.close(ended);
  return { ended: ended.length };
}
