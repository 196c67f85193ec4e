import type { BasisPoints } from "#server/domain/money";
import { numberOf } from "./legacy-values.ts";

/** A TVA rate written 20, « 5,5 % » or 0.2. Below 0,9 %, the lowest there is, it is a fraction. Null: none to be read. */
export function rateOf(value: unknown): BasisPoints | null {
  const read = numberOf(value, 4);
  if (!read || read.value < 0) return null;
  const isFraction = read.value < 9_000;
  const points = isFraction ? read.value : Math.round(read.value / 100);
  return points <= 10_000 ? points : null;
}
