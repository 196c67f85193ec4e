import type { CalendarDay } from "#server/domain/calendar-day";
import type { FactureType } from "#server/domain/facture";
import { Refusal } from "#server/domain/refusal";
import type { SerieReset } from "#server/domain/serie";
import { exerciceOf, numberOf } from "#server/societe/list-series";

/** A serie and where it stands in the exercice of a day. */
export type Counter = {
  readonly serie: FactureType;
  readonly pattern: string;
  readonly reset: SerieReset;
  /** Null before the first of the exercice. */
  readonly dernier: number | null;
  readonly lastOn: string | null;
};

export type DrawnNumber = {
  readonly serie: FactureType;
  readonly exercice: number;
  readonly rang: number;
  readonly number: string;
};

/**
 * The number a document issued on `today` takes. It is only taken by the write that issues: the trigger
 * `factures_counted` moves the counter in the same statement, `factures_drawn` refuses any other rank.
 *
 * @throws Refusal ISSUE_BEFORE_LAST when the serie already has a later day (CGI ann. II 242 nonies A: chronological)
 */
export function drawNumber(counter: Counter, today: CalendarDay): DrawnNumber {
  const lastOn = counter.lastOn ?? "";
  if (today < lastOn) throw new Refusal("ISSUE_BEFORE_LAST", { lastOn });
  const rang = (counter.dernier ?? 0) + 1;
  return {
    serie: counter.serie,
    exercice: exerciceOf(counter, today),
    rang,
    number: numberOf(counter, today, rang),
  };
}
