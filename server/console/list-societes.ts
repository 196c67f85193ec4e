import { and, eq, type SQL, sql } from "drizzle-orm";
import { copies } from "#db/control/schema/copies";
import { releves } from "#db/control/schema/releves";
import { societes } from "#db/control/schema/societes";
import { suspensions } from "#db/control/schema/suspensions";
import { demonstrationTerms } from "#server/domain/demonstration";
import type { EtatAbonnement } from "#server/domain/etat-abonnement";
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
  type Searched,
  type SearchFilter,
  searchFilter,
  type Total,
} from "#server/recherche/search-filter";
import type { Control, ControlDb } from "#server/tenancy/control";

export const societeSorts = ["activite", "nom", "mrr", "usage", "octets", "creation"] as const;
/** Near the limit of its factures (80 %), or at it. */
export const usageLevels = ["proche", "atteint"] as const;

export type SocieteQuery = {
  readonly q: string;
  readonly sort: (typeof societeSorts)[number];
  readonly dir: Direction;
  readonly cursor: string | null;
  readonly etat: EtatAbonnement | null;
  readonly offre: string | null;
  readonly usage: (typeof usageLevels)[number] | null;
  readonly sante: "saine" | "a_voir" | "suspendue" | null;
};

const pageSize = 50;
/** So many hits that probing them along the index of the order meets a page sooner than reading and sorting them all. */
const dense = 250;

const searched: Searched = {
  hits: sql`SELECT rowid FROM releves_search WHERE releves_search MATCH `,
  seq: sql`${releves.seq}`,
  search: sql`${releves.search}`,
  key: sql`${releves.nomKey}`,
};

/** Each order is an index: (key, id). Ids are time-ordered, hence the order of registration. */
const sorts = {
  activite: releves.activiteAt,
  nom: releves.nomKey,
  mrr: releves.mrrHt,
  usage: releves.usage,
  octets: releves.octets,
  creation: releves.societeId,
} as const;

/**
 * One page of sociétés, from the kept figures alone. What filters leave is counted up to a thousand: few are found by the
 * filter's own index and sorted, many are met soon along the index of the order.
 *
 * @throws Refusal CURSOR_INVALID
 */
export function listSocietes(control: Control, query: SocieteQuery) {
  const key = sorts[query.sort];
  const kind = query.sort === "nom" || query.sort === "creation" ? "string" : "number";
  const after = query.cursor === null ? null : decodeCursor(query.cursor, [kind, "string"]);
  return control.read(async (db) => {
    const search = await searchFilter(db, searched, query.q);
    const total = await totalOf(db, query, search);
    const { where, columns } = wayOf(query, search, total);
    const wanted = and(where, after ? afterCursor(columns, after, query.dir) : undefined);
    const order = orderBy(columns, query.dir);
    const rows = await db
      .select({ ...shown, key })
      .from(releves)
      .innerJoin(societes, eq(societes.id, releves.societeId))
      .leftJoin(copies, eq(copies.societeId, releves.societeId))
      .where(sql`${releves.seq} IN (${pageOf(wanted, order)})`)
      .orderBy(...orderBy(sorted(indexOf(query)), query.dir));
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      rows: page.map(({ key: _, ...row }) => row),
      cursor: last ? encodeCursor([last.key, last.societeId]) : null,
      total,
    };
  });
}

const indexOf = ({ sort }: SocieteQuery) => [sql`${sorts[sort]}`, sql`${releves.societeId}`];

/** Few are sorted; many are met soon along the index of the order. */
function wayOf(query: SocieteQuery, search: SearchFilter, total: Total) {
  const index = indexOf(query);
  const found = foundBy(query, search);
  const isDense = search.total !== null && !isFiltered(query) && total.nb > dense;
  const isWalked = search.isNarrow ? isDense : !found || total.isCapped;
  return isWalked
    ? { where: and(...filtersOf(query, hidden), search.walked), columns: index }
    : { where: found, columns: sorted(index) };
}

/** What was searched is fewer than what a filter leaves: it leads. */
const foundBy = (query: SocieteQuery, search: SearchFilter): SQL | undefined =>
  and(...filtersOf(query, search.isNarrow ? hidden : asIndexed), search.where);

const isFiltered = ({ etat, offre, usage, sante }: SocieteQuery): boolean =>
  [etat, offre, usage, sante].some((filter) => filter !== null);

/** The sociétés of the page, and one more: what is shown of a société is read for them alone. */
const pageOf = (wanted: SQL | undefined, order: readonly SQL[]): SQL =>
  sql`SELECT ${releves.seq} FROM ${releves} WHERE ${wanted ?? sql`1`}
    ORDER BY ${sql.join([...order], sql`, `)} LIMIT ${pageSize + 1}`;

const shown = {
  societeId: releves.societeId,
  nom: societes.nom,
  slug: societes.slug,
  planNom: releves.planNom,
  etat: releves.etat,
  etatAt: releves.etatAt,
  factures: releves.factures,
  limite: releves.limite,
  mrrHt: releves.mrrHt,
  utilisateurs: releves.utilisateurs,
  activiteAt: releves.activiteAt,
  octets: releves.octets,
  walOctets: releves.walOctets,
  schemaVersion: societes.schemaVersion,
  isDemonstration: societes.isDemonstration,
  savedAt: copies.savedAt,
  rehearsedAt: copies.rehearsedAt,
  sante: releves.sante,
  isSuspended:
    sql`EXISTS (SELECT 1 FROM ${suspensions} WHERE ${suspensions.societeId} = ${releves.societeId})`.mapWith(
      Boolean,
    ),
};

const isStopped = sql`${releves.societeId} IN (SELECT ${suspensions.societeId} FROM ${suspensions})`;

/** A demonstration has no subscription at all, not even none. */
const isCustomer = sql`+${releves.offre} <> ${demonstrationTerms.free.offre}`;

type Column =
  | typeof releves.etat
  | typeof releves.offre
  | typeof releves.usage
  | typeof releves.sante;
type Seen = (column: Column) => SQL;

const asIndexed: Seen = (column) => sql`${column}`;
/** From the planner, which would gather all that a broad filter leaves by its index, and sort it to show fifty. */
const hidden: Seen = (column) => sql`+${column}`;

function filtersOf({ etat, offre, usage, sante }: SocieteQuery, seen: Seen): (SQL | undefined)[] {
  const health = {
    saine: sql`${seen(releves.sante)} = 'saine'`,
    a_voir: sql`${releves.sante} <> 'saine'`,
    suspendue: isStopped,
  };
  return [
    etat === null ? undefined : sql`${seen(releves.etat)} = ${etat} AND ${isCustomer}`,
    offre === null ? undefined : sql`${seen(releves.offre)} = ${offre}`,
    usage === null
      ? undefined
      : sql`${seen(releves.usage)} >= ${usage === "atteint" ? 1_000 : 800}`,
    sante === null ? undefined : health[sante],
  ];
}

async function totalOf(db: ControlDb, query: SocieteQuery, search: SearchFilter): Promise<Total> {
  if (search.total && !isFiltered(query)) return search.total;
  const where = foundBy(query, search);
  if (!where) return { nb: await db.$count(releves), isCapped: false };
  const capped = sql`SELECT 1 FROM ${releves} WHERE ${where} LIMIT ${countCap + 1}`;
  const found = await db.get<{ nb: number }>(sql`SELECT count(*) AS nb FROM (${capped})`);
  return cappedTotal(found?.nb ?? 0);
}
