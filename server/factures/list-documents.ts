import { sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";
import { selectedMax } from "#server/domain/selection-limits";
import type { Tenant } from "#server/tenancy/tenant";
import { type FactureSelection, factureFilter } from "./facture-query.ts";

type Document = { readonly id: string; readonly number: string };

/**
 * The documents of a selection that have a file: those issued here. Brouillons have none, nor what was taken over from
 * another tool.
 *
 * @throws Refusal SELECTION_EMPTY, SELECTION_TOO_LARGE with the most taken at once
 */
export function listDocuments(
  tenant: Tenant,
  selection: FactureSelection,
  { today }: Moment,
): Promise<readonly Document[]> {
  return tenant.read(async (db) => {
    const { where } = await factureFilter(db, selection, today);
    const issued = sql`factures.id IN (SELECT facture_id FROM emissions)`;
    const rows = await db.all<Document>(sql`SELECT id, number FROM ${factures}
      WHERE ${where ? sql`${where} AND ` : sql``}${issued} LIMIT ${selectedMax + 1}`);
    if (rows.length === 0) throw new Refusal("SELECTION_EMPTY");
    if (rows.length > selectedMax) throw new Refusal("SELECTION_TOO_LARGE", { nb: selectedMax });
    return rows;
  });
}
