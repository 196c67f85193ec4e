import { canonicalJson } from "#server/domain/canonical-json";

type Row = Readonly<Record<string, unknown>>;

export type Changes = { readonly before: Row; readonly after: Row };

/** What changed among `keys`, as it was and as it is: nothing of what stayed the same. */
export function changesOf<K extends string>(
  before: { readonly [Key in K]?: unknown },
  after: { readonly [Key in K]?: unknown },
  keys: readonly K[],
): Changes {
  const changed = keys.filter((key) => textOf(before[key]) !== textOf(after[key]));
  const pick = (row: { readonly [Key in K]?: unknown }) =>
    Object.fromEntries(changed.map((key) => [key, row[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

const textOf = (value: unknown): string => canonicalJson(value ?? null);
