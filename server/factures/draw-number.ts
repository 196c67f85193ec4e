import { sql } from "drizzle-orm";
import { compteurs } from "#db/tenant/schema/compteurs";
import { series } from "#db/tenant/schema/series";
import { yearOf } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import type { FactureType } from "#server/domain/facture";
import { Refusal } from "#server/domain/refusal";
import type { SerieReset } from "#server/domain/serie";
import { exerciceOf, numberOf } from "#server/societe/list-series";
import type { TenantDb, TenantTx } from "#server/tenancy/tenant";

export type DrawnNumber = {
  readonly serie: FactureType;
  readonly exercice: number;
  readonly rang: number;
  readonly number: string;
};

type Counter = {
  readonly pattern: string;
  readonly reset: SerieReset;
  readonly dernier: number | null;
  readonly lastOn: string | null;
};

/**
 * The number a document issued on `today` takes. It is only taken by the write that issues: the trigger
 * `factures_counted` moves the counter in the same statement, `factures_drawn` refuses any other rank.
 *
 * @throws Refusal ISSUE_BEFORE_LAST when the serie already has a later day (CGI ann. II 242 nonies A: chronological)
 */
export async function drawNumber(
  db: TenantDb | TenantTx,
  serie: FactureType,
  today: CalendarDay,
): Promise<DrawnNumber> {
  const counter = await db.get<Counter | undefined>(sql`
    SELECT pattern, reset,
      (SELECT dernier FROM ${compteurs} WHERE serie = code
        AND exercice = iif(reset = 'yearly', ${yearOf(today)}, 0)) AS dernier,
      (SELECT max(dernier_on) FROM ${compteurs} WHERE serie = code) AS lastOn
    FROM ${series} WHERE code = ${serie}`);
  if (!counter) throw new Error(`the société's file has no serie ${serie}`);
  const lastOn = counter.lastOn ?? "";
  if (today < lastOn) throw new Refusal("ISSUE_BEFORE_LAST", { lastOn });
  const rang = (counter.dernier ?? 0) + 1;
  const exercice = exerciceOf(counter, today);
  return { serie, exercice, rang, number: numberOf(counter, today, rang) };
}
