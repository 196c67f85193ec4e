import { eq } from "drizzle-orm";
import { visitesGuidees } from "#db/control/schema/visites-guidees";
import type { VisiteGuidee } from "#server/domain/visite-guidee";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

type Doors = { readonly control: Control };

/** The guided visits this person has taken, or put away for good. */
export async function listVisitesKept(
  { control }: Doors,
  { userId }: Pick<Doer, "userId">,
): Promise<VisiteGuidee[]> {
  const rows = await control.read((db) =>
    db
      .select({ visite: visitesGuidees.visite })
      .from(visitesGuidees)
      .where(eq(visitesGuidees.userId, userId)),
  );
  return rows.map(({ visite }) => visite);
}

/** These are offered to them no more, on any device. Said again, it changes nothing. */
export async function keepVisites(
  { control }: Doors,
  visites: readonly VisiteGuidee[],
  { userId, now }: Pick<Doer, "userId" | "now">,
): Promise<void> {
  const rows = visites.map((visite) => ({ userId, visite, at: now.at }));
  await control.write((tx) => tx.insert(visitesGuidees).values(rows).onConflictDoNothing());
}
