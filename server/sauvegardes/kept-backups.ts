import { todayInParis } from "#server/domain/calendar";

/** How many to keep: the last of each of the last days, weeks and months that have one. */
export type Retention = { readonly days: number; readonly weeks: number; readonly months: number };

type Backup = { readonly id: string; readonly startedAt: number };

const weekMs = 7 * 86_400_000;
/** A Monday, so that weeks begin on Mondays. */
const firstMonday = Date.UTC(2024, 0, 1);

const dayOf = (at: number) => todayInParis(at);
const weekOf = (at: number) =>
  String(Math.floor((Date.parse(`${todayInParis(at)}T00:00:00Z`) - firstMonday) / weekMs));
const monthOf = (at: number) => todayInParis(at).slice(0, 7);

/** Ids of the backups to keep; the newest always is. Days and months are those of Paris. */
export function keptBackups(backups: readonly Backup[], retention: Retention): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => b.startedAt - a.startedAt);
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id));
  const rules = [
    { of: dayOf, wanted: retention.days },
    { of: weekOf, wanted: retention.weeks },
    { of: monthOf, wanted: retention.months },
  ];
  for (const { of, wanted } of rules) {
    const seen = new Set<string>();
    for (const { id, startedAt } of newestFirst) {
      if (seen.size >= wanted) break;
      const period = of(startedAt);
      if (!seen.has(period)) kept.add(id);
      seen.add(period);
    }
  }
  return kept;
}
