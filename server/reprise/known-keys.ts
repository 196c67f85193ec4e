import { and, eq, inArray } from "drizzle-orm";
import { type RepriseObject, reprises } from "#db/tenant/schema/reprises";
import type { TenantDb } from "#server/tenancy/tenant";

/** Of these rows of the former tool, those already taken, and what they became. */
export async function knownKeys(
  db: TenantDb,
  objet: RepriseObject,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ cle: reprises.cle, entityId: reprises.entityId })
    .from(reprises)
    .where(and(eq(reprises.objet, objet), inArray(reprises.cle, [...keys])));
  return new Map(rows.map(({ cle, entityId }) => [cle, entityId]));
}
