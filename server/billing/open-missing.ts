import { and, asc, eq, isNull } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { societes } from "#db/control/schema/societes";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { openAbonnement } from "./open-abonnement.ts";

/**
 * Sociétés made before there was anything to buy get what a new one gets, from now on. Demonstrations never do.
 *
 * @param at instant, milliseconds UTC
 */
export async function openMissing(control: Control, at: number): Promise<void> {
  const missing = await control.read((db) =>
    db
      .select({ id: societes.id })
      .from(societes)
      .leftJoin(abonnements, eq(abonnements.societeId, societes.id))
      .where(
        and(
          isNull(abonnements.societeId),
          eq(societes.status, "active"),
          eq(societes.isDemonstration, false),
        ),
      )
      .orderBy(asc(societes.id)),
  );
  for (const { id } of missing)
    await control.write((tx) => openAbonnement(tx, id as SocieteId, { at, copied: null }));
}
