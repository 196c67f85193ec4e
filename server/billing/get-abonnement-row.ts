import { eq } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { Refusal } from "#server/domain/refusal";
import type { BillingDoors } from "./billing-doors.ts";

/** @throws Refusal SOCIETE_NOT_FOUND: each société has one from its registration on */
export async function getAbonnementRow(
  { control }: Pick<BillingDoors, "control">,
  societeId: string,
): Promise<Abonnement> {
  const [found] = await control.read((db) =>
    db.select().from(abonnements).where(eq(abonnements.societeId, societeId)),
  );
  if (!found) throw new Refusal("SOCIETE_NOT_FOUND");
  return found;
}
