import { and, eq, ne } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { Refusal } from "#server/domain/refusal";
import type { ControlDb, ControlTx } from "#server/tenancy/control";

/**
 * Somebody else still administers the société. Call in the transaction that removes, demotes or lets go `userId`: the
 * control database has one writer, so two administrators leaving at once cannot both pass.
 *
 * @throws Refusal LAST_ADMIN
 */
export async function assertOtherAdmin(
  tx: ControlTx,
  societeId: string,
  userId: string,
): Promise<void> {
  if (!(await hasOtherAdmin(tx, societeId, userId))) throw new Refusal("LAST_ADMIN");
}

export async function hasOtherAdmin(
  db: ControlDb | ControlTx,
  societeId: string,
  userId: string,
): Promise<boolean> {
  const others = and(
    eq(memberships.societeId, societeId),
    eq(memberships.role, "admin"),
    ne(memberships.userId, userId),
  );
  return (await db.$count(memberships, others)) > 0;
}
