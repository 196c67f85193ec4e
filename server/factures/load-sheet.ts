import { sql } from "drizzle-orm";
import type { FactureContent, FactureStatus } from "#server/domain/facture";
import { Refusal } from "#server/domain/refusal";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

export type Sheet = {
  readonly content: FactureContent;
  readonly version: number;
  readonly updatedAt: number;
  readonly updatedByNom: string;
};

type Row = {
  readonly status: FactureStatus;
  readonly number: string | null;
  readonly version: number;
  readonly updatedAt: number;
  readonly updatedByNom: string;
  readonly content: string;
};

/**
 * A brouillon with its lignes, in one statement: what issuing and checking read.
 *
 * @throws Refusal FACTURE_NOT_FOUND, FACTURE_ALREADY_ISSUED
 */
export async function loadSheet(db: TenantDb | TenantTx, factureId: string): Promise<Sheet> {
  const [row] = await db.all<Row>(sql`
    SELECT status, number, version, updated_at AS updatedAt, updated_by_nom AS updatedByNom,
      json_object('clientId', client_id, 'subject', subject, 'purchaseOrder', purchase_order,
        'buyerReference', buyer_reference, 'operation', operation, 'exemptionArticle', exemption_article,
        'deliveredOn', delivered_on, 'echeance', json(echeance), 'shipTo', json(ship_to), 'note', note,
        'ajustements', json(ajustements), 'lignes', (
          SELECT json_group_array(json_object('kind', kind, 'designation', designation, 'description', description,
            'quantity', quantity, 'unit', unit, 'unitPriceHt', unit_price_ht, 'rate', rate, 'nature', nature,
            'ajustements', json(ajustements), 'produitId', produit_id) ORDER BY position)
          FROM lignes_facture WHERE facture_id = factures.id)) AS content
    FROM factures WHERE id = ${factureId}`);
  if (!row) throw new Refusal("FACTURE_NOT_FOUND");
  const { status, number, version, updatedAt, updatedByNom } = row;
  if (status !== "brouillon") throw new Refusal("FACTURE_ALREADY_ISSUED", { number: number ?? "" });
  const content = JSON.parse(row.content) as FactureContent;
  return { content, version, updatedAt, updatedByNom };
}

/** @throws Refusal VERSION_CONFLICT naming who changed it meanwhile, and when */
export function assertVersion(
  sheet: Pick<Sheet, "version" | "updatedAt" | "updatedByNom">,
  version: number,
): void {
  if (sheet.version === version) return;
  const { updatedByNom: author, updatedAt } = sheet;
  throw new Refusal("VERSION_CONFLICT", { version: sheet.version, author, updatedAt });
}
