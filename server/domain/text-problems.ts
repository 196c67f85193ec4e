import { fieldLimits, type LimitedField } from "./field-limits.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";

/**
 * What no document may carry: control characters other than tab and line break, lone surrogates, non-characters, and
 * the marks that reverse the reading direction (an amount could be made to read backwards).
 */
const FORBIDDEN =
  /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/u;

/** Fields that hold several lines. */
const MULTILINE: ReadonlySet<LimitedField> = new Set([
  "note",
  "description",
  "footer",
  "assurance",
] as const);

export const hasForbiddenCharacters = (text: string): boolean => FORBIDDEN.test(text);

/** Too long, or with characters no document may carry. An empty text is never a problem here. */
export function textProblems(field: string, text: string, kind: LimitedField): readonly Problem[] {
  const maximum = fieldLimits[kind];
  if (text === "") return [];
  const isTooLong = text.length > maximum && [...text].length > maximum;
  const hasBreaks = !MULTILINE.has(kind) && /[\t\n\r]/.test(text);
  return [
    ...(isTooLong ? [problem(field, "TOO_BIG_STRING", { maximum: String(maximum) })] : []),
    ...(hasBreaks || hasForbiddenCharacters(text) ? [problem(field, "CONTROL_CHARACTERS")] : []),
  ];
}

/** REQUIRED for each of these fields that is blank. */
export const requiredProblems = (fields: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(fields).flatMap(([field, text]) =>
    text.trim() === "" ? [problem(field, "REQUIRED")] : [],
  );

/** `code` when a given (non-empty) value does not pass. */
export const valueProblem = (
  field: string,
  value: string,
  isValid: (value: string) => boolean,
  code: Parameters<typeof problem>[1],
): readonly Problem[] => (value === "" || isValid(value) ? [] : [problem(field, code)]);
