import { and, type SQL, sql } from "drizzle-orm";
import { type FactureRow, factures } from "#db/tenant/schema/factures";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import type { Cents } from "#server/domain/money";
import { fold } from "#server/domain/search";
import { settlementOf } from "#server/domain/settlement";
import { afterCursor, decodeCursor, encodeCursor, orderBy, sorted } from "#server/recherche/keyset";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { draftedBy, type Sight } from "./amounts-sight.ts";
import { countFactures, type FactureQuery, factureFilter } from "./facture-query.ts";
import { avoirsTtc, regleTtc } from "./settlement-filter.ts";

const pageSize = 50;

const id = sql`${factures.id}`;
/** Where the generated columns put what has no day. */
const never = "9999-12-31";

/** Each order is an index. By date, brouillons come first and the instant decides inside a day. */
const sorts = {
  date: {
    columns: [sql`${factures.listedOn}`, sql`${factures.stamp}`, id],
    kinds: ["string", "number", "string"],
    keys: (row: Row) => [row.issuedOn ?? never, row.stamp, row.id],
  },
  echeance: {
    columns: [sql`${factures.dueKey}`, id],
    kinds: ["string", "string"],
    keys: (row: Row) => [row.dueOn ?? never, row.id],
  },
  client: {
    columns: [sql`${factures.clientKey}`, id],
    kinds: ["string", "string"],
    keys: (row: Row) => [fold(row.clientNom), row.id],
  },
  total: {
    columns: [sql`${factures.totalTtc}`, id],
    kinds: ["number", "string"],
    keys: (row: Row) => [row.totalTtc, row.id],
  },
} as const;

/**
 * One page of factures and avoirs, each facture with its settlement as of today.
 *
 * @throws Refusal CURSOR_INVALID
 */
export async function listFactures(tenant: Tenant, query: FactureQuery, { today }: Moment) {
  const { columns, kinds, keys } = sorts[query.sort];
  const after = query.cursor === null ? null : decodeCursor(query.cursor, kinds);
  return tenant.read(async (db) => {
    const filter = await factureFilter(db, query, today);
    const { where, isNarrow } = filter;
    const order = isNarrow ? sorted(columns) : [...columns];
    const page = after ? and(where, afterCursor(order, after, query.dir)) : where;
    const found = await selectPage(db, page, orderBy(order, query.dir), query.sight);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return {
      rows: rows.map((row) => listed(row, today)),
      cursor: last ? encodeCursor(keys(last)) : null,
      total: await countFactures(db, filter, orderBy(order, query.dir)),
    };
  });
}

type Row = Pick<
  FactureRow,
  "id" | "type" | "status" | "number" | "issuedOn" | "dueOn" | "clientNom" | "subject" | "stamp"
> & {
  readonly totalTtc: Cents;
  readonly avoirsTtc: Cents;
  readonly regleTtc: Cents;
  /** 0 or 1: whether this person sees the amounts. */
  readonly shown: number;
};

const selected = sql`SELECT json_group_array(json_object('id', id, 'type', type, 'status', status,
  'number', number, 'issuedOn', issued_on, 'dueOn', due_on, 'clientNom', client_nom, 'subject', subject,
  'stamp', stamp, 'totalTtc', total_ttc, 'avoirsTtc', avoirs_ttc, 'regleTtc', regle_ttc, 'shown', shown)) AS page
  FROM (SELECT id, type, status, number, issued_on, due_on, client_nom, subject, stamp, total_ttc,
    ${avoirsTtc} AS avoirs_ttc, ${regleTtc} AS regle_ttc`;

/** One JSON value: some six hundred values read one by one cost more than finding them. */
async function selectPage(
  db: TenantDb,
  where: SQL | undefined,
  order: SQL[],
  sight: Sight,
): Promise<Row[]> {
  const shown = sight === null ? sql`1` : draftedBy(sight);
  const kept = where ? sql`WHERE ${where}` : sql``;
  const { page } = await db.get<{ page: string }>(
    sql`${selected}, ${shown} AS shown FROM factures ${kept} ORDER BY ${sql.join(order, sql`, `)} LIMIT ${pageSize + 1})`,
  );
  return JSON.parse(page) as Row[];
}

/** A row as the list shows it, amounts null where hidden. Brouillons and avoirs have no settlement of their own. */
function listed(row: Row, today: CalendarDay) {
  const { id, type, status, number, issuedOn, dueOn, clientNom, subject } = row;
  const { totalTtc, avoirsTtc, regleTtc } = row;
  const isOwed = type === "facture" && number !== null;
  const settlement = isOwed ? settlementOf({ totalTtc, avoirsTtc, regleTtc, dueOn, today }) : null;
  return {
    ...{ id, type, status, number, issuedOn, dueOn, clientNom, subject },
    isCancelled: avoirsTtc > 0 && avoirsTtc >= totalTtc,
    totalTtc: row.shown ? totalTtc : null,
    settlement: settlement && {
      status: settlement.status,
      reste: row.shown ? settlement.reste : null,
    },
  };
}
