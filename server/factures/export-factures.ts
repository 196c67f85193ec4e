import { and, type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { CalendarDay } from "#server/domain/calendar-day";
import { byteOrderMark, csvAmount, csvDay, csvRow, csvText } from "#server/domain/csv";
import type { FactureStatus, FactureType } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import { type SettlementStatus, settlementOf } from "#server/domain/settlement";
import { afterCursor, orderBy, sorted } from "#server/recherche/keyset";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { type FactureSelection, factureFilter } from "./facture-query.ts";
import { avoirsTtc, regleTtc } from "./settlement-filter.ts";

/** Rows read at once: the whole list is never in memory. */
const pageSize = 500;

/**
 * The factures and avoirs of a selection as CSV, in the order they were issued, brouillons last: a header, then pieces of
 * many rows. Amounts of avoirs are negative, so that a column adds up.
 */
export async function* exportFactures(
  tenant: Tenant,
  selection: FactureSelection,
  today: CalendarDay,
): AsyncGenerator<string, void> {
  yield byteOrderMark + csvRow(header);
  let after: Row | undefined;
  do {
    const rows = await tenant.read((db) => selectPage(db, { selection, today, after }));
    if (rows.length > 0) yield rows.map((row) => csvRow(cellsOf(row, today))).join("");
    after = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (after);
}

type Row = {
  readonly id: string;
  readonly type: FactureType;
  readonly status: FactureStatus;
  readonly number: string | null;
  readonly issuedOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  readonly listedOn: string;
  readonly stamp: number;
  readonly clientNom: string;
  readonly subject: string;
  readonly totalHt: Cents;
  readonly totalTva: Cents;
  readonly totalTtc: Cents;
  readonly avoirsTtc: Cents;
  readonly regleTtc: Cents;
};

type Page = {
  readonly selection: FactureSelection;
  readonly today: CalendarDay;
  readonly after: Row | undefined;
};

const order: readonly SQL[] = [
  sql`${factures.listedOn}`,
  sql`${factures.stamp}`,
  sql`${factures.id}`,
];

async function selectPage(db: TenantDb, { selection, today, after }: Page): Promise<Row[]> {
  const { where, isNarrow } = await factureFilter(db, selection, today);
  const columns = isNarrow ? sorted(order) : order;
  const rest = after && afterCursor(columns, [after.listedOn, after.stamp, after.id], "asc");
  const kept = and(where, rest);
  return db.all<Row>(sql`SELECT id, type, status, number, issued_on AS "issuedOn", due_on AS "dueOn",
    listed_on AS "listedOn", stamp, client_nom AS "clientNom", subject, total_ht AS "totalHt",
    total_tva AS "totalTva", total_ttc AS "totalTtc", ${avoirsTtc} AS "avoirsTtc", ${regleTtc} AS "regleTtc"
    FROM factures ${kept ? sql`WHERE ${kept}` : sql``}
    ORDER BY ${sql.join(orderBy(columns, "asc"), sql`, `)} LIMIT ${pageSize}`);
}

const header = [
  "Type",
  "Numéro",
  "Date",
  "Échéance",
  "Client",
  "Objet",
  "Total HT",
  "TVA",
  "Total TTC",
  "Avoirs",
  "Réglé",
  "Reste à payer",
  "État",
];

function cellsOf(row: Row, today: CalendarDay): string[] {
  const sign = row.type === "avoir" ? -1 : 1;
  const isOwed = row.type === "facture" && row.number !== null;
  const settlement = isOwed ? settlementOf({ ...row, today }) : null;
  return [
    row.type === "avoir" ? "Avoir" : "Facture",
    csvText(row.number ?? ""),
    csvDay(row.issuedOn),
    csvDay(row.dueOn),
    csvText(row.clientNom),
    csvText(row.subject),
    csvAmount(sign * row.totalHt),
    csvAmount(sign * row.totalTva),
    csvAmount(sign * row.totalTtc),
    ...(settlement
      ? [csvAmount(row.avoirsTtc), csvAmount(row.regleTtc), csvAmount(settlement.reste)]
      : ["", "", ""]),
    settlement ? settlementWords[settlement.status] : statusWords[row.status],
  ];
}

const statusWords: Readonly<Record<FactureStatus, string>> = {
  brouillon: "Brouillon",
  emise: "Émise",
  importee: "Reprise",
};

const settlementWords: Readonly<Record<SettlementStatus, string>> = {
  a_payer: "À payer",
  partielle: "Partielle",
  en_retard: "En retard",
  payee: "Payée",
  a_rembourser: "À rembourser",
  annulee: "Soldée par avoir",
};
