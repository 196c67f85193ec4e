import { inArray, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { reglements } from "#db/tenant/schema/reglements";
import { Refusal } from "#server/domain/refusal";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { draftedBy } from "./amounts-sight.ts";

/**
 * Whether somebody who sees the amounts of their own documents only may do something with the document that an input
 * names, by itself or by one of its règlements. What does not exist passes: the procedure says so itself.
 *
 * @param input as it came, not judged yet
 * @throws Refusal AMOUNTS_HIDDEN with `auteur`, the name of who last wrote the document
 */
export async function assertAmountsShown(
  tenant: Tenant,
  userId: string,
  input: unknown,
): Promise<void> {
  const { factureId, reglementId } = (input ?? {}) as Record<string, unknown>;
  const named = [factureId, reglementId].filter((id) => typeof id === "string");
  if (named.length === 0) return;
  const hidden = await tenant.read(async (db) => {
    const ids = [...named, ...(await factureOf(db, named))];
    return db
      .select({ auteur: factures.updatedByNom })
      .from(factures)
      .where(sql`${inArray(factures.id, ids)} AND NOT (${draftedBy(userId)})`)
      .limit(1);
  });
  if (hidden[0]) throw new Refusal("AMOUNTS_HIDDEN", hidden[0]);
}

async function factureOf(db: TenantDb, reglementIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ factureId: reglements.factureId })
    .from(reglements)
    .where(inArray(reglements.id, [...reglementIds]));
  return rows.map(({ factureId }) => factureId);
}
