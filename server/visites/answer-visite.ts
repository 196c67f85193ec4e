import { eq } from "drizzle-orm";
import { visites } from "#db/control/schema/visites";
import { Refusal } from "#server/domain/refusal";
import { type DureeVisite, dureesVisite, etatVisite } from "#server/domain/visite";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";
import { endSessionsOf } from "./end-sessions-of.ts";
import { findVisite } from "./find-visite.ts";
import type { VisiteDoors } from "./visite-doors.ts";

type Which = { readonly visiteId: string; readonly societeId: SocieteId };

/**
 * An administrator lets the staff in for a while, to read only; or does not (`duree` null).
 *
 * @throws Refusal VISITE_NOT_FOUND, also when it was answered or withdrawn already
 */
export async function answerVisite(
  { control, witness }: VisiteDoors,
  { duree, ...which }: Which & { readonly duree: DureeVisite | null },
  by: Required<By>,
): Promise<void> {
  const { at } = by.now;
  await control.write(async (tx) => {
    const found = await findVisite(tx, which);
    if (!found || etatVisite(found, at) !== "demandee") throw new Refusal("VISITE_NOT_FOUND");
    const answered = { answeredAt: at, answeredNom: by.actor.userName };
    const answer =
      duree === null
        ? ({ answer: "refusee", untilAt: null } as const)
        : ({ answer: "acceptee", untilAt: at + dureesVisite[duree] } as const);
    await tx
      .update(visites)
      .set({ ...answered, ...answer })
      .where(eq(visites.id, which.visiteId));
  });
  const kind = duree === null ? "visite.refused" : "visite.accepted";
  witness.note(which.societeId, { kind, entityId: which.visiteId }, by);
}

/**
 * End a visit at once, or take its request back: whoever is in is out, streams included.
 *
 * @throws Refusal VISITE_NOT_FOUND, also when it is over already
 */
export async function endVisite(
  { control, auth, witness }: VisiteDoors,
  which: Which,
  by: Required<By>,
): Promise<void> {
  const { at } = by.now;
  const gone = await control.write(async (tx) => {
    const found = await findVisite(tx, which);
    const etat = found && etatVisite(found, at);
    if (etat !== "demandee" && etat !== "ouverte") throw new Refusal("VISITE_NOT_FOUND");
    const ended = { endedAt: at, tokenHash: null, tokenUntil: null };
    await tx.update(visites).set(ended).where(eq(visites.id, which.visiteId));
    return endSessionsOf(tx, which.visiteId);
  });
  auth.streams.close(gone);
  witness.note(which.societeId, { kind: "visite.ended", entityId: which.visiteId }, by);
}
