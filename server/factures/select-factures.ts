import { sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { Moment } from "#server/domain/calendar-day";
import type { FactureStatus, FactureType } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import { selectedMax } from "#server/domain/selection-limits";
import { orderBy } from "#server/recherche/keyset";
import type { Tenant } from "#server/tenancy/tenant";
import { draftedBy } from "./amounts-sight.ts";
import { type FactureSelection, factureFilter } from "./facture-query.ts";
import { avoirsTtc, regleTtc } from "./settlement-filter.ts";

type Row = {
  readonly id: string;
  readonly type: FactureType;
  readonly status: FactureStatus;
  readonly number: string | null;
  readonly clientNom: string;
  /** Left to pay on a numbered facture; null elsewhere, and where amounts are hidden. */
  readonly reste: Cents | null;
};

/** The documents of a selection, oldest first, to act on them: at most `selectedMax`, and whether there are more. */
export function selectFactures(tenant: Tenant, selection: FactureSelection, { today }: Moment) {
  return tenant.read(async (db) => {
    const { where } = await factureFilter(db, selection, today);
    const shown = selection.sight === null ? sql`1` : draftedBy(selection.sight);
    const order = orderBy([sql`+${factures.listedOn}`, sql`+${factures.id}`], "asc");
    const rows = await db.all<Row>(sql`SELECT id, type, status, number, client_nom AS "clientNom",
      iif(type = 'facture' AND number IS NOT NULL AND ${shown}, total_ttc - ${avoirsTtc} - ${regleTtc}, NULL) AS reste
      FROM factures ${where ? sql`WHERE ${where}` : sql``}
      ORDER BY ${sql.join(order, sql`, `)} LIMIT ${selectedMax + 1}`);
    return { rows: rows.slice(0, selectedMax), isCapped: rows.length > selectedMax };
  });
}
