import { and, eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { reglages } from "#db/control/schema/reglages";
import { societes } from "#db/control/schema/societes";
import { Refusal } from "#server/domain/refusal";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

export const editeurKey = "editeur";

/** The operator's own société, whose books carry what the others pay; null until it is said which. */
export async function findEditeur(db: ControlDb): Promise<SocieteId | null> {
  const [found] = await db.select().from(reglages).where(eq(reglages.key, editeurKey));
  return (found?.value as SocieteId | undefined) ?? null;
}

/** @throws Refusal EDITEUR_MISSING: without a seller nothing is sold (CGI art. 289) */
export async function assertEditeur(control: Control): Promise<SocieteId> {
  const editeur = await control.read(findEditeur);
  if (!editeur) throw new Refusal("EDITEUR_MISSING");
  return editeur;
}

/** The éditeur as it stands, and the sociétés this person may declare in its place. */
export function readEditeur(control: Control, userId: string) {
  return control.read(async (db) => {
    const choices = await db
      .select({ id: societes.id, nom: societes.nom, slug: societes.slug })
      .from(memberships)
      .innerJoin(societes, eq(societes.id, memberships.societeId))
      .where(
        and(
          eq(memberships.userId, userId),
          eq(memberships.role, "admin"),
          eq(societes.isDemonstration, false),
        ),
      )
      .orderBy(societes.nom);
    const id = await findEditeur(db);
    const [current] = id
      ? await db
          .select({ id: societes.id, nom: societes.nom })
          .from(societes)
          .where(eq(societes.id, id))
      : [];
    return { current: current ?? null, choices };
  });
}
