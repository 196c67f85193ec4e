import { useRef } from "react";

/** The object given before as long as each of its members is the very same: what reads it is not drawn again for nothing. */
export function useSameObject<T extends object>(given: T): T {
  const kept = useRef(given);
  const keys = Object.keys(given) as (keyof T)[];
  if (keys.some((key) => !Object.is(kept.current[key], given[key]))) kept.current = given;
  return kept.current;
}

/** The value given before as long as it says the same; for small values, read whole. */
export function useSameText<T>(given: T): T {
  const kept = useRef({ given, value: given });
  if (kept.current.given !== given) {
    const isSame = JSON.stringify(kept.current.value) === JSON.stringify(given);
    kept.current = { given, value: isSame ? kept.current.value : given };
  }
  return kept.current.value;
}
