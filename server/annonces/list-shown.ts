import { and, eq, inArray } from "drizzle-orm";
import { annoncesMasquees } from "#db/control/schema/annonces";
import { isPutAway } from "#server/domain/annonce";
import type { Langue } from "#server/domain/langue";
import type { Control } from "#server/tenancy/control";
import type { Annonces } from "./create-annonces.ts";

type Doors = { readonly control: Control; readonly annonces: Annonces };
type Reader = { readonly userId: string; readonly langue: Langue; readonly at: number };

/** What one person reads above their pages now, in their language; what they put away left out. */
export async function listShown({ control, annonces }: Doors, { userId, langue, at }: Reader) {
  const current = annonces.current(at);
  const away = await putAwayBy(
    control,
    userId,
    current.filter(({ niveau }) => isPutAway(niveau)).map(({ id }) => id),
  );
  return {
    maintenance: annonces.maintenance(),
    annonces: current
      .filter(({ id }) => !away.has(id))
      .map(({ id, niveau, texteFr, texteEn }) => ({
        ...{ id, niveau },
        texte: langue === "en" ? texteEn : texteFr,
      })),
  };
}

/** Most days there is none: nothing is asked then. */
async function putAwayBy(
  control: Control,
  userId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await control.read((db) =>
    db
      .select({ id: annoncesMasquees.annonceId })
      .from(annoncesMasquees)
      .where(and(eq(annoncesMasquees.userId, userId), inArray(annoncesMasquees.annonceId, ids))),
  );
  return new Set(rows.map(({ id }) => id));
}
