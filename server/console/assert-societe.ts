import { and, eq, ne } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

/** @throws Refusal SOCIETE_NOT_FOUND, DEMONSTRATION_LIMITED, before anything is written about it */
export async function assertSociete(db: ControlDb | ControlTx, societeId: SocieteId) {
  const isIt = and(eq(societes.id, societeId), ne(societes.status, "provisioning"));
  const [found] = await db.select().from(societes).where(isIt);
  if (!found) throw new Refusal("SOCIETE_NOT_FOUND");
  if (found.isDemonstration) throw new Refusal("DEMONSTRATION_LIMITED");
  return found;
}
