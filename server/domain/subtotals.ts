import type { LigneKind } from "./facture.ts";
import type { Cents } from "./money.ts";

type Row = { readonly kind: LigneKind };
type Net = { readonly netHt: Cents };

/**
 * What is printed beside each title and on each subtotal, by its place in the sheet. A title tells what stands under it,
 * down to the next one; a subtotal what stands above it, up to the subtotal or the title before it. Sums of cents: nothing
 * is rounded, and neither counts in the totals.
 *
 * @param nets BT-131 of each row, in order; zero where it is no ligne
 */
export function subtotalsOf(
  rows: readonly Row[],
  nets: readonly Net[],
): ReadonlyMap<number, Cents> {
  const subtotals = new Map<number, Cents>();
  let section: number | null = null;
  let since: Cents = 0;
  for (const [index, { kind }] of rows.entries()) {
    const netHt = nets[index]?.netHt ?? 0;
    if (kind === "section") section = index;
    if (kind === "sous_total") subtotals.set(index, since);
    since = isBreak(kind) ? 0 : since + netHt;
    if (section !== null) subtotals.set(section, (subtotals.get(section) ?? 0) + netHt);
  }
  return subtotals;
}

const isBreak = (kind: LigneKind) => kind === "section" || kind === "sous_total";
