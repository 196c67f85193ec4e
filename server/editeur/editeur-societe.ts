import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { memberships } from "#db/control/schema/memberships";
import { reglages } from "#db/control/schema/reglages";
import { societes } from "#db/control/schema/societes";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

const key = "editeur";

/** The operator's own société, whose books carry what the others pay; null until it is said which. */
export async function findEditeur(db: ControlDb): Promise<SocieteId | null> {
  const [found] = await db.select().from(reglages).where(eq(reglages.key, key));
  return (found?.value as SocieteId | undefined) ?? null;
}

/** @throws Refusal EDITEUR_MISSING: without a seller nothing is sold (CGI art. 289) */
export async function assertEditeur(control: Control): Promise<SocieteId> {
  const editeur = await control.read(findEditeur);
  if (!editeur) throw new Refusal("EDITEUR_MISSING");
  return editeur;
}

type Declared = {
  readonly societeId: string;
  readonly by: string;
  readonly now: Moment;
};

/**
 * Say which société sells the subscriptions: one its declarer administers. Documents already issued stay where they are.
 *
 * @throws Refusal EDITEUR_UNKNOWN
 */
export async function declareEditeur(control: Control, declared: Declared): Promise<void> {
  const { societeId, by: userId, now } = declared;
  await control.write(async (tx) => {
    const owned = and(
      eq(memberships.userId, userId),
      eq(memberships.societeId, societeId),
      eq(memberships.role, "admin"),
    );
    if ((await tx.$count(memberships, owned)) === 0) throw new Refusal("EDITEUR_UNKNOWN");
    const row = { key, value: societeId, at: now.at };
    await tx.insert(reglages).values(row).onConflictDoUpdate({ target: reglages.key, set: row });
    const act = { action: "editeur.declared", userId, societeId };
    await tx.insert(audit).values({ id: newId(), at: now.at, ...act });
  });
}

/** The éditeur as it stands, and the sociétés this person may declare in its place. */
export function readEditeur(control: Control, userId: string) {
  return control.read(async (db) => {
    const choices = await db
      .select({ id: societes.id, nom: societes.nom, slug: societes.slug })
      .from(memberships)
      .innerJoin(societes, eq(societes.id, memberships.societeId))
      .where(and(eq(memberships.userId, userId), eq(memberships.role, "admin")))
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
