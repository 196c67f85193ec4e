import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { derogations } from "#db/control/schema/derogations";
import { memberships } from "#db/control/schema/memberships";
import { reglages } from "#db/control/schema/reglages";
import type { Abonnements } from "#server/billing/create-abonnements";
import { grantDerogation } from "#server/billing/grant-derogation";
import { isDemonstration } from "#server/demonstration/is-demonstration";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { newId } from "#server/id";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { editeurKey } from "./editeur-societe.ts";

type Doors = {
  readonly control: Control;
  readonly abonnements: Pick<Abonnements, "change">;
  readonly books: { wake(): void };
};

type Declared = {
  readonly societeId: string;
  /** The super-admin who says so. */
  readonly by: string;
  readonly now: Moment;
};

/** Why the éditeur issues without limit. */
const reason = "Éditeur du service";

/**
 * Say which société sells the subscriptions: one its declarer administers. Documents already issued stay where they
 * are; those that waited for an éditeur are issued now.
 *
 * @throws Refusal EDITEUR_UNKNOWN
 */
export async function declareEditeur(
  doors: Doors,
  { societeId, by, now }: Declared,
): Promise<void> {
  const { control, books } = doors;
  const isLimited = await control.write(async (tx) => {
    const owned = and(
      eq(memberships.userId, by),
      eq(memberships.societeId, societeId),
      eq(memberships.role, "admin"),
    );
    const isTheirs = (await tx.$count(memberships, owned)) > 0;
    if (!isTheirs || (await isDemonstration(tx, societeId))) throw new Refusal("EDITEUR_UNKNOWN");
    const row = { key: editeurKey, value: societeId, at: now.at };
    await tx.insert(reglages).values(row).onConflictDoUpdate({ target: reglages.key, set: row });
    const act = { action: "editeur.declared", userId: by, societeId };
    await tx.insert(audit).values({ id: newId(), at: now.at, ...act });
    const granted = and(eq(derogations.societeId, societeId), eq(derogations.reason, reason));
    return (await tx.$count(derogations, granted)) === 0;
  });
  if (isLimited)
    await grantDerogation(doors, {
      ...{ societeId: societeId as SocieteId, limite: "factures", ajout: null, until: null },
      ...{ reason, at: now.at, by },
    });
  books.wake();
}
