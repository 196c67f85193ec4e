import { stableText } from "./stable-text";

const isSame = (a: unknown, b: unknown) => stableText({ a }) === stableText({ a: b });

/** Each field as the one who changed it left it; null where both changed the same one, and not alike. */
export function mergeFields<T extends object>(sides: {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}): T | null {
  const { base, mine, theirs } = sides;
  const merged = { ...mine };
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (isSame(mine[field], base[field])) merged[field] = theirs[field];
    else if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field]))
      return null;
  }
  return merged;
}
