import { compteurs } from "#db/tenant/schema/compteurs";
import { type Serie, series } from "#db/tenant/schema/series";
import { yearOf } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import { formatNumber } from "#server/domain/numbering";
import type { TenantDb } from "#server/tenancy/tenant";

export type SerieView = Serie & {
  /** Last rank given in the exercice of today, 0 before the first. */
  readonly dernier: number;
  /** The next three numbers, as they would be today. */
  readonly next: readonly string[];
  /** A document of it was issued: the pattern can no longer change. */
  readonly isLocked: boolean;
};

/** The year of a day, or 0 for a serie that never starts again. */
export const exerciceOf = ({ reset }: Pick<Serie, "reset">, on: CalendarDay): number =>
  reset === "yearly" ? yearOf(on) : 0;

/** The number a rank gives; a serie that never resets may still print the year of the day. */
export const numberOf = ({ pattern }: Pick<Serie, "pattern">, on: CalendarDay, rang: number) =>
  formatNumber(pattern, yearOf(on), rang);

export async function listSeries(db: TenantDb, today: CalendarDay): Promise<SerieView[]> {
  const counters = await db.select().from(compteurs);
  const rows = await db.select().from(series).orderBy(series.code);
  return rows.reverse().map((serie) => {
    const own = counters.filter((counter) => counter.serie === serie.code);
    const dernier = own.find(({ exercice }) => exercice === exerciceOf(serie, today))?.dernier ?? 0;
    return {
      ...serie,
      dernier,
      next: [1, 2, 3].map((step) => numberOf(serie, today, dernier + step)),
      // A counter carries a day once, and only once, a document was issued with it.
      isLocked: own.some(({ dernierOn }) => dernierOn !== ""),
    };
  });
}
