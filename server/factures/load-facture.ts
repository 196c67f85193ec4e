import { asc, eq } from "drizzle-orm";
import { type FactureRow, factures } from "#db/tenant/schema/factures";
import { lignesFacture } from "#db/tenant/schema/lignes-facture";
import { Refusal } from "#server/domain/refusal";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";
import { contentOf } from "./facture-content.ts";

/** @throws Refusal FACTURE_NOT_FOUND */
export async function loadFacture(db: TenantDb | TenantTx, factureId: string): Promise<FactureRow> {
  const [row] = await db.select().from(factures).where(eq(factures.id, factureId)).limit(1);
  if (!row) throw new Refusal("FACTURE_NOT_FOUND");
  return row;
}

/** @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED */
export async function loadBrouillon(db: TenantDb | TenantTx, factureId: string) {
  const row = await loadFacture(db, factureId);
  if (row.status !== "brouillon")
    throw new Refusal("FACTURE_ALREADY_ISSUED", { number: row.number ?? "" });
  return row;
}

export async function loadContent(db: TenantDb | TenantTx, row: FactureRow) {
  const lignes = await db
    .select()
    .from(lignesFacture)
    .where(eq(lignesFacture.factureId, row.id))
    .orderBy(asc(lignesFacture.position));
  return contentOf(row, lignes);
}
