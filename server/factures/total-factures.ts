import { and, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import type { Moment } from "#server/domain/calendar-day";
import type { Cents } from "#server/domain/money";
import { afterCursor, orderBy, sorted } from "#server/recherche/keyset";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { type FactureSelection, factureFilter } from "./facture-query.ts";
import { avoirsTtc, regleTtc } from "./settlement-filter.ts";

/** Rows added up at once: nobody else of the service waits for a whole list. */
const sliceSize = 2_000;

type Sums = {
  readonly nb: number;
  readonly nbBrouillons: number;
  readonly nbOuvertes: number;
  readonly ht: Cents;
  readonly tva: Cents;
  readonly ttc: Cents;
  readonly reste: Cents;
};

const none: Sums = { nb: 0, nbBrouillons: 0, nbOuvertes: 0, ht: 0, tva: 0, ttc: 0, reste: 0 };

/**
 * What all the documents of a selection come to: avoirs taken off, brouillons counted in and told apart, what is left to
 * pay on numbered factures. Sums are null for whom the amounts of others are hidden.
 */
export async function totalFactures(
  tenant: Tenant,
  selection: FactureSelection,
  now: Moment,
  size = sliceSize,
) {
  let sums = none;
  let after: string | null = null;
  do {
    const slice: Slice = await tenant.read((db) => addUp(db, { selection, now, after, size }));
    sums = plus(sums, slice);
    after = slice.nb === size ? slice.last : null;
  } while (after !== null);
  const seen = (cents: Cents): Cents | null => (selection.sight === null ? cents : null);
  const { ht, tva, ttc, reste, ...counts } = sums;
  return { ...counts, ht: seen(ht), tva: seen(tva), ttc: seen(ttc), reste: seen(reste) };
}

const plus = (a: Sums, b: Sums): Sums => ({
  nb: a.nb + b.nb,
  nbBrouillons: a.nbBrouillons + b.nbBrouillons,
  nbOuvertes: a.nbOuvertes + b.nbOuvertes,
  ht: a.ht + b.ht,
  tva: a.tva + b.tva,
  ttc: a.ttc + b.ttc,
  reste: a.reste + b.reste,
});

type Slice = Sums & {
  /** The keys of its last row, one text in their order; null when it has none. */
  readonly last: string | null;
};

type Asked = {
  readonly selection: FactureSelection;
  readonly now: Moment;
  readonly after: string | null;
  readonly size: number;
};

const order = [sql`${factures.listedOn}`, sql`${factures.stamp}`, sql`${factures.id}`];

async function addUp(db: TenantDb, { selection, now, after, size }: Asked): Promise<Slice> {
  const { where, isNarrow } = await factureFilter(db, selection, now.today);
  const columns = isNarrow ? sorted(order) : order;
  const keys = after?.split(" ").map((key, index) => (index === 1 ? Number(key) : key));
  const kept = and(where, keys && afterCursor(columns, keys, "asc"));
  return db.get<Slice>(sql`SELECT count(*) AS nb, coalesce(sum(number IS NULL), 0) AS "nbBrouillons",
    coalesce(sum(reste > 0), 0) AS "nbOuvertes", coalesce(sum(sens * total_ht), 0) AS ht,
    coalesce(sum(sens * total_tva), 0) AS tva, coalesce(sum(sens * total_ttc), 0) AS ttc,
    coalesce(sum(reste), 0) AS reste, max(listed_on || ' ' || printf('%015d', stamp) || ' ' || id) AS last
    FROM (SELECT number, total_ht, total_tva, total_ttc, listed_on, stamp, id, iif(type = 'avoir', -1, 1) AS sens,
      iif(type = 'facture' AND number IS NOT NULL, total_ttc - ${avoirsTtc} - ${regleTtc}, 0) AS reste
      FROM factures ${kept ? sql`WHERE ${kept}` : sql``}
      ORDER BY ${sql.join(orderBy(columns, "asc"), sql`, `)} LIMIT ${size})`);
}
