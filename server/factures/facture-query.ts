import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { FactureStatus, FactureType } from "#server/domain/facture";
import type { Cents } from "#server/domain/money";
import type { Direction } from "#server/recherche/keyset";
import { cappedTotal, countCap, type Total } from "#server/recherche/search-filter";
import type { TenantDb } from "#server/tenancy/tenant";
import { draftedBy, type Sight } from "./amounts-sight.ts";
import { searchFactures } from "./search-factures.ts";
import { type SettlementFilterName, settlementFilter } from "./settlement-filter.ts";

export const factureSorts = ["date", "echeance", "client", "total"] as const;

/** Which factures. */
export type FactureSelection = {
  /** Those that were ticked, whatever else is asked; absent or null: all that the rest keeps. */
  readonly ids?: readonly string[] | null;
  readonly q: string;
  readonly type: FactureType | null;
  readonly status: FactureStatus | null;
  readonly settlement: SettlementFilterName | null;
  readonly clientId: string | null;
  /** Days of issue, both included; brouillons have none. */
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
  /** Days a facture falls due, both included. */
  readonly dueFrom: CalendarDay | null;
  readonly dueUntil: CalendarDay | null;
  /** Something was received on it between these days, both included. */
  readonly paidFrom: CalendarDay | null;
  readonly paidUntil: CalendarDay | null;
  readonly minTtc: Cents | null;
  readonly maxTtc: Cents | null;
  readonly sight: Sight;
};

/** Which factures, in which order, from where. */
export type FactureQuery = FactureSelection & {
  readonly sort: (typeof factureSorts)[number];
  readonly dir: Direction;
  readonly cursor: string | null;
};

/** Without an order: all of it is taken. */
type Filtered = FactureSelection & Partial<Pick<FactureQuery, "sort">>;

export type FactureFilter = {
  /** Undefined: everything. */
  readonly where: SQL | undefined;
  /** Found through indexes, few: to be sorted rather than looked for in the order of the list. */
  readonly isNarrow: boolean;
};

/** What a query keeps, as one condition. */
export async function factureFilter(
  db: TenantDb,
  query: Filtered,
  today: CalendarDay,
): Promise<FactureFilter> {
  const settlement = query.settlement && (await settlementFilter(db, query.settlement, today));
  const search = await searchFactures(db, query.q, query.sight);
  const isDated = query.from !== null || query.until !== null;
  const { ids = null } = query;
  const where = and(
    given(ids, (ticked) => inArray(factures.id, [...ticked])),
    given(query.type, (type) => eq(factures.type, type)),
    given(query.status, (status) => eq(factures.status, status)),
    given(query.clientId, (clientId) => eq(factures.clientId, clientId)),
    given(query.from, (from) => gte(factures.listedOn, from)),
    given(query.until, (until) => lte(factures.listedOn, until)),
    given(query.dueFrom, (from) => gte(factures.dueKey, from)),
    given(query.dueUntil, (until) => lte(factures.dueKey, until)),
    paidBetween(query),
    isDated ? sql`+${factures.number} IS NOT NULL` : undefined,
    given(query.minTtc, (min) => gte(factures.totalTtc, min)),
    given(query.maxTtc, (max) => lte(factures.totalTtc, max)),
    query.sight !== null && asksAmounts(query) ? draftedBy(query.sight) : undefined,
    settlement?.where,
    search.where,
  );
  return { where, isNarrow: ids !== null || search.isNarrow || (settlement?.isNarrow ?? false) };
}

/** Answered with what one sees the amounts of: the place of a document in an order tells its amount. */
const asksAmounts = ({ minTtc, maxTtc, sort }: Filtered): boolean =>
  minTtc !== null || maxTtc !== null || sort === "total";

function paidBetween({ paidFrom, paidUntil }: Filtered): SQL | undefined {
  if (paidFrom === null && paidUntil === null) return undefined;
  const between = sql`received_on BETWEEN ${paidFrom ?? ""} AND ${paidUntil ?? "9999-12-31"}`;
  return sql`${factures.id} IN (SELECT facture_id FROM reglements WHERE ${between})`;
}

const given = <T>(value: T | null, condition: (value: T) => SQL): SQL | undefined =>
  value === null ? undefined : condition(value);

const everything = sql`SELECT coalesce(sum(nb_factures + nb_avoirs), 0)
  + (SELECT count(*) FROM factures WHERE status = 'brouillon') AS nb FROM totaux_mensuels`;

/**
 * How many it keeps: from the kept totals when it keeps everything, else counted up to the cap, in the order of the page:
 * it then walks the rows the page walked.
 */
export async function countFactures(
  db: TenantDb,
  { where, isNarrow }: FactureFilter,
  order: readonly SQL[],
): Promise<Total> {
  if (where) {
    const along = isNarrow ? sql`` : sql`ORDER BY ${sql.join([...order], sql`, `)}`;
    const capped = sql`SELECT 1 FROM ${factures} WHERE ${where} ${along} LIMIT ${countCap + 1}`;
    const found = await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM (${capped})`);
    return cappedTotal(found?.nb ?? 0);
  }
  const kept = await db.get<{ nb: number }>(everything);
  return { nb: kept.nb, isCapped: false };
}
