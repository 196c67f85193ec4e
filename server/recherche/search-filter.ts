import { type SQL, sql } from "drizzle-orm";
import type { TenantDb } from "#server/tenancy/tenant";
import { typedSearch } from "./typed-search.ts";

/** A searched table: its trigram index, and its columns as SQL. */
export type Searched = {
  /** `SELECT rowid FROM <index> WHERE <index> MATCH `, completed by the expression. */
  readonly hits: SQL;
  readonly seq: SQL;
  /** The folded text that is searched. */
  readonly search: SQL;
  /** The folded name, for prefixes of 1 or 2 characters. */
  readonly key: SQL;
};

export type SearchFilter = {
  /** Undefined: nothing is searched. */
  readonly where: SQL | undefined;
  /** The same, hidden from the planner: for a list walked in its own order until a page is found. */
  readonly walked: SQL | undefined;
  /** So many hits that walking the list in its order finds a page sooner than sorting them. */
  readonly isBroad: boolean;
  /** So few that they are to be `sorted`. */
  readonly isNarrow: boolean;
  /** How many rows answer, when finding that out has counted them: no word was too short for the index. */
  readonly total: Total | null;
};

/** Beyond it a page says « plus de 1 000 », and a search stops collecting. */
export const countCap = 1_000;

/**
 * How to keep only what was searched. Few hits: through the trigram index. Many: the list is walked in its own order
 * and each row looked at, which finds a page soon since hits are dense.
 */
export async function searchFilter(
  db: Pick<TenantDb, "get">,
  table: Searched,
  q: string,
): Promise<SearchFilter> {
  const { text, match, short, words } = typedSearch(q);
  const contains = (word: string) => sql`instr(${table.search}, ${word}) > 0`;
  const unknown = { isBroad: false, isNarrow: false, total: null };
  if (text === "") return { where: undefined, walked: undefined, ...unknown };
  if (match === null) {
    const startsWith = (key: SQL) => sql`${key} >= ${text} AND ${key} < ${`${text}\u{10ffff}`}`;
    return { where: startsWith(table.key), walked: startsWith(sql`+${table.key}`), ...unknown };
  }
  const found = await db.get<{ nb: number }>(
    sql`SELECT count(*) AS nb FROM (${table.hits}${match} LIMIT ${countCap + 1})`,
  );
  const counted = cappedTotal(found?.nb ?? 0);
  const total = short.length === 0 ? counted : null;
  if (counted.isCapped) {
    const where = sql.join(words.map(contains), sql` AND `);
    return { where, walked: where, isBroad: true, isNarrow: false, total };
  }
  const among = (seq: SQL) =>
    sql.join([sql`${seq} IN (${table.hits}${match})`, ...short.map(contains)], sql` AND `);
  const walked = among(sql`+${table.seq}`);
  return { where: among(table.seq), walked, isBroad: false, isNarrow: true, total };
}

/** How many rows, said exactly up to the cap. */
export type Total = { readonly nb: number; readonly isCapped: boolean };

export const cappedTotal = (nb: number): Total => ({
  nb: Math.min(nb, countCap),
  isCapped: nb > countCap,
});
