import { eq } from "drizzle-orm";
import { clotures } from "#db/control/schema/clotures";
import { demonstrations } from "#db/control/schema/demonstrations";
import { memberships } from "#db/control/schema/memberships";
import type { ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

type Retired = {
  readonly societeId: SocieteId;
  readonly userId: string;
  /** Milliseconds UTC. */
  readonly at: number;
};

/**
 * Nobody's any more, and due to be destroyed at once: no delay, no certificate. Whatever stops between this and
 * `destroySociete` is taken up by the destructions of the hour.
 */
export async function retireDemonstration(
  tx: ControlTx,
  { societeId, userId, at }: Retired,
): Promise<void> {
  await tx.delete(demonstrations).where(eq(demonstrations.societeId, societeId));
  await tx.delete(memberships).where(eq(memberships.societeId, societeId));
  const asked = {
    askedAt: at - 1,
    deletionAt: at,
    askedBy: userId,
    askedByNom: "",
    askedByEmail: null,
  };
  await tx.insert(clotures).values({ societeId, ...asked, endedSubscription: false });
}
