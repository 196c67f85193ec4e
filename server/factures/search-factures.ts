import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { compteurs } from "#db/tenant/schema/compteurs";
import { factures } from "#db/tenant/schema/factures";
import { series } from "#db/tenant/schema/series";
import { searchedClients } from "#server/clients/searched-clients";
import { parseAmount } from "#server/domain/amount";
import { formatNumber } from "#server/domain/numbering";
import { searchFilter } from "#server/recherche/search-filter";
import { typedSearch } from "#server/recherche/typed-search";
import type { TenantDb } from "#server/tenancy/tenant";
import { draftedBy, type Sight } from "./amounts-sight.ts";
import { matchSubjects } from "./match-subjects.ts";

type Searched = {
  /** Undefined: nothing is searched. */
  readonly where: SQL | undefined;
  /** Found through indexes: few enough to be sorted. */
  readonly isNarrow: boolean;
};

/** Beyond this many clients, factures are walked and their client's name looked at. */
const fewClients = 200;

/**
 * Factures by what a person types: the beginning of a number or its rank alone (« 42 »), an exact amount, or any 3
 * characters of the subject or of the client (name, town, identifiers). An amount finds only what one sees the amounts of.
 */
export async function searchFactures(db: TenantDb, q: string, sight: Sight): Promise<Searched> {
  const { text, words } = typedSearch(q);
  if (text === "") return { where: undefined, isNarrow: false };
  const numbers = await byNumber(db, q, sight);
  const found = await matchingClients(db, q);
  const subjects = await matchSubjects(db, q);
  const named =
    found === "many"
      ? and(...words.map((word) => sql`instr(${factures.clientKey}, ${word}) > 0`))
      : found.length > 0
        ? inArray(factures.clientId, found)
        : undefined;
  const wanted = [...numbers, named, subjects.where].filter((where) => where !== undefined);
  if (found === "many" || subjects.isBroad) return { where: or(...wanted), isNarrow: false };
  const indexed = wanted.map((where) => sql`SELECT id FROM ${factures} WHERE ${where}`);
  const where = sql`${factures.id} IN (${sql.join(indexed, sql` UNION `)})`;
  return { where, isNarrow: true };
}

/** Each one served by an index. */
async function byNumber(db: TenantDb, q: string, sight: Sight): Promise<SQL[]> {
  const typed = q.trim();
  const upper = typed.toUpperCase();
  const conditions = [
    sql`${factures.number} >= ${upper} AND ${factures.number} < ${`${upper}\u{10ffff}`}`,
  ];
  const candidates = /^\d{1,9}$/.test(typed) ? await numbersOfRank(db, Number(typed)) : [];
  if (candidates.length > 0) conditions.push(inArray(factures.number, candidates));
  const cents = /\d/.test(typed) ? parseAmount(typed) : null;
  if (cents !== null) {
    const seen = sight === null ? sql`` : sql` AND ${draftedBy(sight)}`;
    conditions.push(sql`(${factures.totalTtc} = ${cents}${seen})`);
  }
  return conditions;
}

/** The numbers a rank has in every serie and exercice begun. */
async function numbersOfRank(db: TenantDb, rang: number): Promise<string[]> {
  const patterns = await db.select().from(series);
  const begun = await db.select().from(compteurs);
  return begun.flatMap(({ serie, exercice, dernierOn }) => {
    const year = exercice || Number(dernierOn.slice(0, 4));
    const own = patterns.find(({ code }) => code === serie);
    return own ? [formatNumber(own.pattern, year, rang)] : [];
  });
}

/** Archived or not: naming both lets the index of names serve short prefixes. */
async function matchingClients(db: TenantDb, q: string): Promise<string[] | "many"> {
  const { where, isBroad, isNarrow } = await searchFilter(db, searchedClients, q);
  if (isBroad) return "many";
  const rows = await db
    .select({ id: clients.id })
    .from(clients)
    .where(isNarrow ? where : and(inArray(clients.isArchived, [false, true]), where))
    .limit(fewClients + 1);
  return rows.length > fewClients ? "many" : rows.map(({ id }) => id);
}
