import { and, eq, isNull } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { derogations } from "#db/control/schema/derogations";
import type { Derogation } from "#server/domain/quota";
import { newId } from "#server/id";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Abonnements } from "./create-abonnements.ts";

type Doors = { readonly abonnements: Pick<Abonnements, "change"> };

/** `by`: the operator's user; null for the service itself. */
type Grant = Derogation & {
  readonly societeId: SocieteId;
  readonly at: number;
  readonly by: string | null;
};

/**
 * Allow a société more than its plan does, from now on. Bounded by the database: `ajout` at least 1, a reason of 3 to 500
 * signs. `alongside` is written in the same transaction.
 */
export async function grantDerogation(
  { abonnements }: Doors,
  { societeId, limite, ajout, until, reason, at, by }: Grant,
  alongside: (tx: ControlTx) => Promise<void> = async () => {},
): Promise<{ derogationId: string }> {
  const derogationId = newId();
  await abonnements.change(societeId, async (tx) => {
    const row = { limite, ajout, until, reason };
    await tx
      .insert(derogations)
      .values({ id: derogationId, societeId, ...row, createdAt: at, createdBy: by });
    const action = "derogation.granted";
    const details = { derogationId, ...row };
    await tx.insert(audit).values({ id: newId(), at, action, userId: by, societeId, details });
    await alongside(tx);
  });
  return { derogationId };
}

/** What is granted for one reason ends now; what was done thanks to it stays. */
export async function endDerogations(
  { abonnements }: Doors,
  { societeId, reason, at, by }: Pick<Grant, "societeId" | "reason" | "at" | "by">,
): Promise<void> {
  await abonnements.change(societeId, async (tx) => {
    const isOpen = and(
      eq(derogations.societeId, societeId),
      eq(derogations.reason, reason),
      isNull(derogations.revokedAt),
    );
    const ended = await tx.update(derogations).set({ revokedAt: at }).where(isOpen).returning();
    const action = "derogation.ended";
    for (const { id } of ended)
      await tx.insert(audit).values({
        id: newId(),
        at,
        action,
        userId: by,
        societeId,
        details: { derogationId: id },
      });
  });
}
