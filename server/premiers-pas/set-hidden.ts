import { premiersPas } from "#db/tenant/schema/premiers-pas";
import type { Moment } from "#server/domain/calendar-day";
import type { Tenant } from "#server/tenancy/tenant";

/** Put the first steps away for everybody of the société, or bring them back. No fact of the books: no journal line. */
export async function setHidden(tenant: Tenant, isHidden: boolean, { at }: Moment) {
  await tenant.write((tx) =>
    isHidden
      ? tx.insert(premiersPas).values({ only: 1, hiddenAt: at }).onConflictDoNothing()
      : tx.delete(premiersPas),
  );
  return { isHidden };
}
