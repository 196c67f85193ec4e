import { and, eq, type SQL, sql } from "drizzle-orm";
import { produits } from "#db/tenant/schema/produits";
import { effectifs } from "#db/tenant/schema/totaux";
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
import { produitSummary } from "./produit-view.ts";
import { searchedProduits } from "./searched-produits.ts";

export const produitSorts = ["designation", "prix", "usage", "creation"] as const;

export type ProduitQuery = {
  readonly q: string;
  readonly sort: (typeof produitSorts)[number];
  readonly dir: Direction;
  readonly cursor: string | null;
  readonly isArchived: boolean;
};

const pageSize = 50;

/** Each order is an index: (is_archived, key, id). */
const sorts = {
  designation: { key: sql<string>`${produits.designationKey}`, kind: "string" },
  prix: { key: sql<number>`${produits.unitPriceHt}`, kind: "number" },
  usage: { key: sql<number>`${produits.uses}`, kind: "number" },
  creation: { key: sql<string>`${produits.id}`, kind: "string" },
} as const;

/**
 * One page of produits. Searching takes any substring of 3 characters (designation, reference, description), a prefix
 * of the designation below.
 *
 * @throws Refusal CURSOR_INVALID
 */
export async function listProduits(tenant: Tenant, query: ProduitQuery) {
  const { key, kind } = sorts[query.sort];
  const keys = query.cursor === null ? null : decodeCursor(query.cursor, [kind, "string"]);
  return tenant.read(async (db) => {
    const search = await searchFilter(db, searchedProduits, query.q);
    const index = [key, sql`${produits.id}`];
    const columns = search.isNarrow ? sorted(index) : index;
    const where = and(isArchivedAs(query.isArchived, search), search.where);
    const rows = await db
      .select({ ...produitSummary, key: sql<string | number>`${key}` })
      .from(produits)
      .where(and(where, keys ? afterCursor(columns, keys, query.dir) : undefined))
      .orderBy(...orderBy(columns, query.dir))
      .limit(pageSize + 1);
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      rows: page.map(({ key: _, ...row }) => row),
      cursor: last ? encodeCursor([last.key, last.id]) : null,
      total: search.isBroad
        ? cappedTotal(countCap + 1)
        : await totalOf(db, query, search.where && where),
    };
  });
}

async function totalOf(db: TenantDb, query: ProduitQuery, searched?: SQL): Promise<Total> {
  if (searched) {
    const capped = sql`SELECT 1 FROM ${produits} WHERE ${searched} LIMIT ${countCap + 1}`;
    const found = await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM (${capped})`);
    return cappedTotal(found?.nb ?? 0);
  }
  const nom = query.isArchived ? "produits.archives" : "produits.actifs";
  const [kept] = await db.select().from(effectifs).where(eq(effectifs.nom, nom));
  return { nb: kept?.nb ?? 0, isCapped: false };
}

/** Hits found by the search index are few: the index of archived ones is no way to find them. */
const isArchivedAs = (isArchived: boolean, { isNarrow }: SearchFilter): SQL =>
  isNarrow
    ? sql`+${produits.isArchived} = ${Number(isArchived)}`
    : eq(produits.isArchived, isArchived);
