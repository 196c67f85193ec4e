import { and, eq, ne, notInArray } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { sauvegardes } from "#db/control/schema/sauvegardes";
import { societes } from "#db/control/schema/societes";
import type { Control } from "#server/tenancy/control";

/** What a crash left under way: a société closed for its restore opens again on the file it had, a backup that ran failed. */
export async function recoverRestores(control: Control, at: number): Promise<void> {
  await control.write(async (tx) => {
    const ending = tx
      .select({ id: clotures.societeId })
      .from(clotures)
      .where(ne(clotures.step, "asked"));
    await tx
      .update(societes)
      .set({ status: "active" })
      // Those that are being destroyed stay closed for ever.
      .where(and(eq(societes.status, "maintenance"), notInArray(societes.id, ending)));
    await tx
      .update(sauvegardes)
      .set({ state: "failed", error: "the service was stopped meanwhile", endedAt: at })
      .where(eq(sauvegardes.state, "running"));
  });
}
