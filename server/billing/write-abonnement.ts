import { eq } from "drizzle-orm";
import { type Abonnement, abonnements } from "#db/control/schema/abonnements";
import { audit } from "#db/control/schema/audit";
import { newId } from "#server/id";
import type { ControlTx } from "#server/tenancy/control";
import type { AbonnementReading } from "./abonnement-reading.ts";
import { keepRevenus } from "./keep-revenus.ts";

type Written = Omit<AbonnementReading, "debt"> &
  Pick<Abonnement, "pastDueSince" | "graceUntil" | "readAt">;

/** A change of one of these is told in the audit. */
const told = [
  "subscriptionId",
  "status",
  "planCode",
  "cancelAt",
  "endedAt",
  "pendingPlanCode",
] as const;

/**
 * Writes what was read; the version grows, and the audit says what happened, only when something differs.
 *
 * @returns the row as it is now, and the names of the columns that changed
 */
export async function writeAbonnement(
  tx: ControlTx,
  before: Abonnement,
  written: Written,
): Promise<{ abonnement: Abonnement; changed: readonly string[] }> {
  const { readAt, ...rest } = written;
  const changed = (Object.keys(rest) as (keyof typeof rest)[]).filter(
    (name) => rest[name] !== before[name],
  );
  const premierMois = await keepRevenus(tx, before, rest, readAt);
  const version = before.version + (changed.length > 0 ? 1 : 0);
  await tx
    .update(abonnements)
    .set({ ...written, version, premierMois })
    .where(eq(abonnements.societeId, before.societeId));
  if (told.some((name) => changed.includes(name)))
    await tx.insert(audit).values({
      id: newId(),
      at: readAt,
      action: "abonnement.changed",
      societeId: before.societeId,
      details: Object.fromEntries(told.map((name) => [name, rest[name]])),
    });
  return { abonnement: { ...before, ...written, version, premierMois }, changed };
}
