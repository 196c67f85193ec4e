import { asc, eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Doors } from "#server/doors";
import type { SocieteId } from "#server/tenancy/tenant";

/** At start: every société may have documents that a stop left undrawn, or a quota just reached. They are looked at one after the other. */
export async function wakeRendering({
  control,
  renderJobs,
  entitlementJobs,
}: Pick<Doors, "control" | "renderJobs" | "entitlementJobs">) {
  const active = await control.read((db) =>
    db
      .select({ id: societes.id })
      .from(societes)
      .where(eq(societes.status, "active"))
      .orderBy(asc(societes.id)),
  );
  for (const { id } of active) {
    renderJobs.wake(id as SocieteId);
    entitlementJobs.noteIssue(id as SocieteId);
  }
}
