import { eq } from "drizzle-orm";
import { annonces, annoncesMasquees } from "#db/control/schema/annonces";
import { isPutAway } from "#server/domain/annonce";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";

type Away = { readonly annonceId: string; readonly userId: string; readonly at: number };

/**
 * One person has read it: it is not shown to them again.
 *
 * @throws Refusal ANNONCE_NOT_FOUND, for one that must stay as well
 */
export async function putAway(control: Control, away: Away): Promise<void> {
  await control.write(async (tx) => {
    const [found] = await tx.select().from(annonces).where(eq(annonces.id, away.annonceId));
    if (!found || !isPutAway(found.niveau)) throw new Refusal("ANNONCE_NOT_FOUND");
    await tx.insert(annoncesMasquees).values(away).onConflictDoNothing();
  });
}
