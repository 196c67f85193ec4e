import { eq } from "drizzle-orm";
import { demonstrations } from "#db/control/schema/demonstrations";
import type { ControlDb, ControlTx } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";

/** This person's own demonstration; null when they have none. */
export async function findDemonstration(
  db: ControlDb | ControlTx,
  userId: string,
): Promise<SocieteId | null> {
  const [found] = await db
    .select({ societeId: demonstrations.societeId })
    .from(demonstrations)
    .where(eq(demonstrations.userId, userId));
  return (found?.societeId as SocieteId | undefined) ?? null;
}
