import { type SQL, sql } from "drizzle-orm";
import { factures } from "#db/tenant/schema/factures";
import { encours } from "#db/tenant/schema/totaux";
import type { CalendarDay } from "#server/domain/calendar-day";
import { settlementStatuses } from "#server/domain/settlement";
import type { TenantDb } from "#server/tenancy/tenant";

/** `ouverte`: something is left to pay, late or not. */
export const settlementFilters = [...settlementStatuses, "ouverte"] as const;
export type SettlementFilterName = (typeof settlementFilters)[number];

/**
 * Sums of one row, each from a covering index. The outer row is named in full by hand: drizzle drops the table's name from
 * the columns it selects, and a bare `id` would be the inner one's.
 */
export const avoirsTtc = sql<number>`(SELECT coalesce(sum(c.total_ttc), 0) FROM corrections c
  WHERE c.origine_id = factures.id)`;
export const regleTtc = sql<number>`(SELECT coalesce(sum(r.amount_ttc), 0) FROM reglements r
  WHERE r.facture_id = factures.id)`;
const reste = sql`(${factures.totalTtc} - ${avoirsTtc} - ${regleTtc})`;
/** `+`: the index of numbers is no way to find them. */
const numbered = sql`${factures.type} = 'facture' AND +${factures.number} IS NOT NULL`;

export type SettlementFilter = {
  readonly where: SQL;
  /** So few that their échéance finds them sooner than walking the list. */
  readonly isNarrow: boolean;
};

const fewDays = 60;
const fewFactures = 1_000;

/** The same cases as `settlementOf`, in SQL. */
export async function settlementFilter(
  db: TenantDb,
  name: SettlementFilterName,
  today: CalendarDay,
): Promise<SettlementFilter> {
  const days = daysOf(name, today);
  if (days === null) return { where: sql`${numbered} AND ${settled(name)}`, isNarrow: false };
  const found = await db.all<{ day: string; nb: number }>(
    sql`SELECT due_on AS day, nb FROM ${encours} WHERE ${days} LIMIT ${fewDays + 1}`,
  );
  const nb = found.reduce((sum, day) => sum + day.nb, 0);
  const isNarrow = found.length <= fewDays && nb <= fewFactures;
  const list = sql.join(
    found.map(({ day }) => sql`${day}`),
    sql`, `,
  );
  const among = isNarrow
    ? sql`${factures.dueKey} IN (${list})`
    : sql`+${factures.dueKey} IN (SELECT due_on FROM ${encours} WHERE ${days})`;
  return { where: sql`${numbered} AND ${among} AND ${open(name)}`, isNarrow };
}

/** Days whose kept totals say that such a facture falls due on them; null: they do not tell. */
function daysOf(name: SettlementFilterName, today: CalendarDay): SQL | null {
  switch (name) {
    case "ouverte":
      return sql`nb > 0`;
    case "en_retard":
      return sql`nb > 0 AND due_on < ${today}`;
    case "partielle":
      return sql`nb_partielles > 0 AND due_on >= ${today}`;
    case "a_payer":
      return sql`nb > nb_partielles AND due_on >= ${today}`;
    default:
      return null;
  }
}

/** What is left to pay, once the day is known to be right. */
function open(name: SettlementFilterName): SQL {
  if (name === "partielle") return sql`${reste} > 0 AND ${reste} < ${factures.totalTtc}`;
  if (name === "a_payer") return sql`${reste} = ${factures.totalTtc} AND ${reste} > 0`;
  return sql`${reste} > 0`;
}

const corrected = sql`${factures.id} IN (SELECT origine_id FROM corrections)`;

function settled(name: SettlementFilterName): SQL {
  const isCancelled = sql`${corrected} AND ${reste} = 0 AND ${regleTtc} = 0`;
  if (name === "annulee") return isCancelled;
  if (name === "a_rembourser") return sql`${corrected} AND ${reste} < 0`;
  return sql`${reste} = 0 AND NOT (${isCancelled})`;
}
