import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { effectifs } from "#db/tenant/schema/totaux";
import { type ClientType, clientTypes } from "#server/domain/client";
import {
  afterCursor,
  type Direction,
  decodeCursor,
  encodeCursor,
  orderBy,
  sorted,
} from "#server/recherche/keyset";
import {
  cappedTotal,
  countCap,
  type SearchFilter,
  searchFilter,
  type Total,
} from "#server/recherche/search-filter";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { clientSummary } from "./client-view.ts";
import { searchedClients } from "./searched-clients.ts";

export const clientSorts = ["nom", "ville", "creation"] as const;

export type ClientQuery = {
  readonly q: string;
  readonly sort: (typeof clientSorts)[number];
  readonly dir: Direction;
  readonly cursor: string | null;
  readonly isArchived: boolean;
  readonly type: ClientType | null;
};

const pageSize = 50;

/** Each order is an index: (is_archived, key, id). Ids are time-ordered, hence the order of creation. */
const sorts = { nom: clients.nomKey, ville: clients.cityKey, creation: clients.id } as const;

/**
 * One page of clients. Searching takes any substring of 3 characters (name, town, identifiers, e-mail), a prefix of
 * the name below.
 *
 * @throws Refusal CURSOR_INVALID
 */
export async function listClients(tenant: Tenant, query: ClientQuery) {
  const key = sorts[query.sort];
  const keys = query.cursor === null ? null : decodeCursor(query.cursor, ["string", "string"]);
  return tenant.read(async (db) => {
    const search = await searchFilter(db, searchedClients, query.q);
    const index = [sql`${key}`, sql`${clients.id}`];
    const columns = search.isNarrow ? sorted(index) : index;
    const type = query.type === null ? undefined : eq(clients.type, query.type);
    const where = and(isArchivedAs(query.isArchived, search), type, search.where);
    const rows = await db
      .select({ ...clientSummary, key })
      .from(clients)
      .where(and(where, keys ? afterCursor(columns, keys, query.dir) : undefined))
      .orderBy(...orderBy(columns, query.dir))
      .limit(pageSize + 1);
    return {
      ...paged(rows),
      total: search.isBroad
        ? cappedTotal(countCap + 1)
        : await totalOf(db, query, search.where && where),
    };
  });
}

/** A page and where it ended, out of the rows read: one more than a page. */
function paged<R extends { readonly key: string; readonly id: string }>(rows: readonly R[]) {
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.map(({ key: _, ...row }) => row),
    cursor: last ? encodeCursor([last.key, last.id]) : null,
  };
}

async function totalOf(db: TenantDb, query: ClientQuery, searched?: SQL): Promise<Total> {
  if (searched) {
    const capped = sql`SELECT 1 FROM ${clients} WHERE ${searched} LIMIT ${countCap + 1}`;
    const found = await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM (${capped})`);
    return cappedTotal(found?.nb ?? 0);
  }
  const place = query.isArchived ? "archives" : "actifs";
  const types = query.type === null ? clientTypes : [query.type];
  const names = types.map((type) => `clients.${place}.${type}`);
  const kept = await db.select().from(effectifs).where(inArray(effectifs.nom, names));
  return { nb: kept.reduce((sum, { nb }) => sum + nb, 0), isCapped: false };
}

/** Hits found by the search index are few: the index of archived ones is no way to find them. */
const isArchivedAs = (isArchived: boolean, { isNarrow }: SearchFilter): SQL =>
  isNarrow
    ? sql`+${clients.isArchived} = ${Number(isArchived)}`
    : eq(clients.isArchived, isArchived);
