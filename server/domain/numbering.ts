import { Refusal } from "./refusal.ts";

/** BR-FR-01: BT-1 has at most 35 characters. */
export const NUMBER_MAX_LENGTH = 35;

/** Room every pattern must leave: ten million documents in a year. */
const HIGHEST_RANG = 9_999_999;
const TOKEN = /\{(annee|an|rang)(?::([1-9]))?\}/g;

/** BR-FR-02: letters without accent, digits, `+ - _ /`. No space, no dot. */
const ALLOWED = /^[A-Za-z0-9+\-_/]+$/;

export const isDocumentNumber = (number: string): boolean =>
  number.length <= NUMBER_MAX_LENGTH && ALLOWED.test(number);

/**
 * Write a number: `formatNumber("F-{annee}-{rang:5}", 2026, 42)` is `F-2026-00042`. `{an}` is the year on two
 * digits; the width of `{rang:n}` is a minimum, a longer rank is never cut.
 */
export function formatNumber(pattern: string, exercice: number, rang: number): string {
  return pattern.replace(TOKEN, (_, name: string, width?: string) => {
    if (name === "annee") return String(exercice);
    if (name === "an") return String(exercice % 100).padStart(2, "0");
    return String(rang).padStart(Number(width ?? 1), "0");
  });
}

/** Whether the series starts again at 1 each year; a pattern without the year must go on for ever to stay unique. */
export const restartsYearly = (pattern: string): boolean => /\{(?:annee|an)\}/.test(pattern);

/** Why a pattern cannot make lawful numbers, or null. */
export function patternFault(pattern: string): "rang" | "caracteres" | "longueur" | null {
  const rangs = [...pattern.matchAll(TOKEN)].filter(([, name]) => name === "rang");
  if (rangs.length !== 1) return "rang";
  const longest = formatNumber(pattern, 2099, HIGHEST_RANG);
  if (!ALLOWED.test(longest)) return "caracteres";
  return longest.length > NUMBER_MAX_LENGTH ? "longueur" : null;
}

/** @throws Refusal NUMBER_PATTERN_INVALID */
export function assertPattern(pattern: string): void {
  const fault = patternFault(pattern);
  if (fault) throw new Refusal("NUMBER_PATTERN_INVALID", { fault, max: NUMBER_MAX_LENGTH });
}

type Run = { readonly at: number; readonly digits: string };
export type InferredPattern = {
  readonly pattern: string;
  readonly rang: number;
  /** The year the example carries, or null when it carries none. */
  readonly exercice: number | null;
};

const rangToken = (digits: string) =>
  digits.length > 1 && digits.length <= 9 ? `{rang:${digits.length}}` : "{rang}";

/** Replace `length` characters at `at` by a token. */
const put = (text: string, at: number, length: number, token: string) =>
  text.slice(0, at) + token + text.slice(at + length);

/** The year and the rank in one run of digits: `2026042`. */
function glued(example: string, run: Run, year: string): string | null {
  if (!run.digits.startsWith(year) || run.digits.length <= year.length) return null;
  const rest = run.digits.slice(year.length);
  const token = year.length === 4 ? "{annee}" : "{an}";
  return put(example, run.at, run.digits.length, token + rangToken(rest));
}

/** The year in one run and the rank in another: `2026-042`, `042/2026`. */
function apart(example: string, runs: readonly Run[], year: string): string | null {
  const last = runs.at(-1);
  const others = runs.filter((run) => run.digits === year);
  const yearRun = others.find((run) => run !== last) ?? others[0];
  const rangRun = runs.filter((run) => run !== yearRun).at(-1);
  if (!yearRun || !rangRun) return null;
  const token = year.length === 4 ? "{annee}" : "{an}";
  const [first, second] = yearRun.at < rangRun.at ? [yearRun, rangRun] : [rangRun, yearRun];
  const written = (run: Run) => (run === yearRun ? token : rangToken(run.digits));
  const tail = put(example, second.at, second.digits.length, written(second));
  return put(tail, first.at, first.digits.length, written(first));
}

/**
 * Read the pattern out of the last number given by another tool, so that the series goes on: `FAC2026-0042` of 2026
 * gives `FAC{annee}-{rang:4}`, rank 42. The pattern always writes the example back.
 *
 * @returns null when the example holds no rank or a character French e-invoicing refuses.
 */
export function inferPattern(example: string, exercice: number): InferredPattern | null {
  const runs = [...example.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ at: index, digits }));
  const last = runs.at(-1);
  if (!last || !isDocumentNumber(example)) return null;
  const [year, short] = [String(exercice), String(exercice % 100).padStart(2, "0")];
  const isShortYear = runs.length > 1 ? apart(example, runs, short) : null;
  const withYear = apart(example, runs, year) ?? glued(example, last, year) ?? isShortYear;
  const pattern = withYear ?? put(example, last.at, last.digits.length, rangToken(last.digits));

  const rang = rangIn(example, pattern);
  if (rang === null || patternFault(pattern)) return null;
  if (formatNumber(pattern, exercice, rang) !== example) return null;
  return { pattern, rang, exercice: withYear ? exercice : null };
}

/** The rank an example of this pattern carries, or null when the example does not follow it. */
function rangIn(example: string, pattern: string): number | null {
  const source = pattern.replace(/[+/-]/g, "\\$&").replace(TOKEN, (_, name: string) => {
    if (name === "annee") return "\\d{4}";
    return name === "an" ? "\\d{2}" : "(?<rang>\\d+)";
  });
  const rang = Number(new RegExp(`^${source}$`).exec(example)?.groups?.["rang"] ?? Number.NaN);
  return Number.isSafeInteger(rang) && rang > 0 ? rang : null;
}
