import type { LigneDraft } from "#server/domain/facture";
import { mergeFields } from "./merge-fields";
import { stableText } from "./stable-text";

type Rows = readonly LigneDraft[];
/** The same stretch of the sheet as it was, as this page has it and as the server has it. */
type Stretch = { readonly base: Rows; readonly mine: Rows; readonly theirs: Rows };

/** Beyond, aligning costs more than a key press may: the people choose. */
const mostAligned = 400;

/**
 * Lignes two people wrote at once, put together: what only one of them changed, added, moved or removed is as they left
 * it; rows both added stand one after the other. Null where both changed the same cell, or one removed what the other
 * changed.
 */
export function mergeRows({ base, mine, theirs }: Stretch): Rows | null {
  const same = settled({ base, mine, theirs });
  if (same) return same;
  if (Math.max(base.length, mine.length, theirs.length) > mostAligned) return null;
  const merged: LigneDraft[] = [];
  for (const stretch of stretchesOf({ base, mine, theirs })) {
    const rows = settled(stretch) ?? mergeStretch(stretch);
    if (!rows) return null;
    merged.push(...rows);
  }
  return merged;
}

const text = (rows: Rows) => stableText(rows);

/** Where one side, at least, left things as they were. */
function settled({ base, mine, theirs }: Stretch): Rows | null {
  const was = text(base);
  if (text(mine) === was) return theirs;
  return text(theirs) === was || text(theirs) === text(mine) ? mine : null;
}

/** Both changed it: row by row as far as it went before, then what each added. */
function mergeStretch({ base, mine, theirs }: Stretch): Rows | null {
  if (mine.length < base.length || theirs.length < base.length) return null;
  const rows: LigneDraft[] = [];
  for (const [index, row] of base.entries()) {
    const [own, other] = [mine[index], theirs[index]];
    const merged = own && other && mergeFields({ base: row, mine: own, theirs: other });
    if (!merged) return null;
    rows.push(merged);
  }
  return [...rows, ...theirs.slice(base.length), ...mine.slice(base.length)];
}

/** Cuts the three sheets at the rows all of them still have. */
function stretchesOf({ base, mine, theirs }: Stretch): Stretch[] {
  const inMine = alignment(base, mine);
  const inTheirs = alignment(base, theirs);
  const stretches: Stretch[] = [];
  let from = { base: 0, mine: 0, theirs: 0 };
  const cut = (to: typeof from) =>
    stretches.push({
      base: base.slice(from.base, to.base),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
    });
  for (const [index, row] of base.entries()) {
    const [m, t] = [inMine.get(index), inTheirs.get(index)];
    if (m === undefined || t === undefined) continue;
    cut({ base: index, mine: m, theirs: t });
    stretches.push({ base: [row], mine: [row], theirs: [row] });
    from = { base: index + 1, mine: m + 1, theirs: t + 1 };
  }
  cut({ base: base.length, mine: mine.length, theirs: theirs.length });
  return stretches;
}

/** Which row of `after` each row of `before` still is: their longest common subsequence. */
function alignment(before: Rows, after: Rows): ReadonlyMap<number, number> {
  const a = before.map((row) => stableText(row));
  const b = after.map((row) => stableText(row));
  const longest = longestFrom(a, b);
  const aligned = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) aligned.set(i++, j++);
    else if (longest(i + 1, j) >= longest(i, j + 1)) i++;
    else j++;
  return aligned;
}

/** Length of the longest common subsequence of the ends of both that begin at `i` and `j`. */
function longestFrom(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return at;
}
