import type { LegacyRow } from "./legacy-source.ts";
import type { FieldOf, LegacyObject } from "./legacy-words.ts";
import type { ObjectMapping } from "./recognise.ts";

/** What became of one row: taken (with what was changed to take it), or refused and why. */
export type Verdict<T> =
  | { readonly taken: T; readonly flags: readonly string[] }
  | { readonly refused: string };

export const refuse = (refused: string): Verdict<never> => ({ refused });

/** Reads the fields of a row by their own names; undefined where the former database has no such column. */
export type Read<O extends LegacyObject> = (field: FieldOf<O>) => unknown;

export const reading =
  <O extends LegacyObject>({ columns }: ObjectMapping<O>, row: LegacyRow): Read<O> =>
  (field) => {
    const column = columns[field];
    return column === undefined ? undefined : row[column];
  };

/** The key of a row as it is remembered, whatever its type. */
export const keyOf = (value: unknown): string => String(value ?? "");
