import type { Problem } from "#server/domain/refusal";
import { hasForbiddenCharacters } from "#server/domain/text-problems";

const longest = 60;

/** A first or a last name as its owner writes it, spaces collapsed; may be empty. */
export function readName(
  field: string,
  input: string,
):
  | { readonly value: string; readonly problem: null }
  | { readonly value: null; readonly problem: Problem } {
  const value = input.normalize("NFC").trim().replace(/ {2,}/g, " ");
  if ([...value].length > longest)
    return { value: null, problem: { field, code: "TOO_LONG", details: { max: longest } } };
  if (/[\t\n\r]/.test(value) || hasForbiddenCharacters(value))
    return { value: null, problem: { field, code: "CHARACTER_FORBIDDEN" } };
  return { value, problem: null };
}
