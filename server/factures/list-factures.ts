import { and, type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import { fold } from "#server/domain/search";
import { settlementOf } from "#server/domain/settlement";
import {
  afterCursor,
  type Direction,
  decodeCursor,
  encodeCursor,
  orderBy,
  sorted,
} from "#server/recherche/keyset";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
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
    const found = await selectPage(db, page, order, query.dir);
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    return {
      rows: rows.map((row) => listed(row, today)),
      cursor: last ? encodeCursor(keys(last)) : null,
      total: await countFactures(db, filter, orderBy(order, query.dir)),
    };
  });
}

type Row = Awaited<ReturnType<typeof selectPage>>[number];

const selectPage = (db: TenantDb, where: SQL | undefined, order: SQL[], dir: Direction) =>
  db
    .select({
      id: factures.id,
      type: factures.type,
      status: factures.status,
      number: factures.number,
      issuedOn: factures.issuedOn,
      dueOn: factures.dueOn,
      clientId: factures.clientId,
      clientNom: factures.clientNom,
      subject: factures.subject,
      origineId: factures.origineId,
      totalHt: factures.totalHt,
      totalTva: factures.totalTva,
      totalTtc: factures.totalTtc,
      updatedAt: factures.updatedAt,
      stamp: factures.stamp,
      avoirsTtc,
      regleTtc,
    })
    .from(factures)
    .where(where)
    .orderBy(...orderBy(order, dir))
    .limit(pageSize + 1);

/** A row as the list shows it. Brouillons and avoirs have no settlement of their own. */
function listed(row: Row, today: CalendarDay) {
  const { stamp: _, ...shown } = row;
  const isOwed = row.type === "facture" && row.number !== null;
  return { ...shown, settlement: isOwed ? settlementOf({ ...row, today }) : null };
}
