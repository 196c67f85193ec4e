import { eq } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { societes } from "#db/control/schema/societes";
import { Refusal } from "#server/domain/refusal";
import type { BillingDoors } from "./billing-doors.ts";

/**
 * A société's row, made the first time for one that is older than the subscriptions.
 *
 * @throws Refusal SOCIETE_NOT_FOUND
 */
export async function findAbonnement(
  { control, clock }: Pick<BillingDoors, "control" | "clock">,
  societeId: string,
): Promise<Abonnement> {
  const isIts = eq(abonnements.societeId, societeId);
  const [found] = await control.read((db) => db.select().from(abonnements).where(isIts));
  if (found) return found;
  return control.write(async (tx) => {
    const [societe] = await tx
      .select({ createdAt: societes.createdAt })
      .from(societes)
      .where(eq(societes.id, societeId));
    if (!societe) throw new Refusal("SOCIETE_NOT_FOUND");
    await tx
      .insert(abonnements)
      .values({ societeId, freeSince: societe.createdAt, createdAt: clock().at })
      .onConflictDoNothing();
    const [made] = await tx.select().from(abonnements).where(isIts);
    if (!made) throw new Refusal("SOCIETE_NOT_FOUND");
    return made;
  });
}
