import { commonWords } from "./common-words.ts";

const minimumLength = 12;
const maximumLength = 128;

/** What is left once everything guessable is taken away must still weigh this much (see `weightOf`). */
const unguessable = 5;

type PasswordProblem =
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_TOO_LONG"
  | "PASSWORD_CONTAINS_IDENTITY"
  | "PASSWORD_TOO_COMMON";

/**
 * Why this password is refused, or null. Length and a deny-list, no rule of composition (NIST SP 800-63B-4 §3.1.1.2):
 * a passphrase of four words passes, « Motdepasse2026! » does not.
 *
 * @param identity words an attacker would try first: name of the société, username, e-mail address
 */
export function problemOfPassword(
  password: string,
  identity: readonly string[],
): PasswordProblem | null {
  const length = [...password].length;
  if (length < minimumLength) return "PASSWORD_TOO_SHORT";
  if (length > maximumLength) return "PASSWORD_TOO_LONG";
  const readings = [plainOf(password), withoutDisguise(plainOf(password))];
  const words = wordsOf(identity);
  if (readings.some((reading) => words.some((word) => lettersOf(reading).includes(word))))
    return "PASSWORD_CONTAINS_IDENTITY";
  return readings.some((reading) => weightOf(remainderOf(reading)) < unguessable)
    ? "PASSWORD_TOO_COMMON"
    : null;
}

const plainOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();

const disguises: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

/** p@ssw0rd → password. */
const withoutDisguise = (plain: string): string =>
  plain.replace(/[@431!0$57]/g, (sign) => disguises[sign] ?? sign);

const lettersOf = (plain: string): string => plain.replace(/[^\p{L}\p{N}]/gu, "");

/** Whole identities, and the local part of an address; shorter than four letters is too ordinary to forbid. */
const wordsOf = (identity: readonly string[]): string[] =>
  identity
    .flatMap((text) => [text, text.split("@")[0] ?? ""])
    .map((text) => lettersOf(plainOf(text)))
    .filter((word) => word.length >= 4);

/** Without common words, years, and repeated or alphabetical runs. */
const remainderOf = (plain: string): string =>
  withoutRuns(
    commonWords
      .reduce((rest, word) => rest.replaceAll(word, ""), plain)
      .replace(/(?:19|20)\d\d/g, ""),
  );

/** « aaaa », « abcd » and « 4321 » count for their first two signs. */
function withoutRuns(text: string): string {
  let kept = "";
  let previousStep: number | null = null;
  for (let i = 0; i < text.length; i++) {
    const step: number | null = i === 0 ? null : text.charCodeAt(i) - text.charCodeAt(i - 1);
    const continues = step !== null && Math.abs(step) <= 1 && step === previousStep;
    if (!continues) kept += text.charAt(i);
    previousStep = step;
  }
  return kept;
}

/** A letter weighs one, a digit or a sign half: they mostly come as a date or an ending. */
const weightOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{L}/u.test(sign) ? 1 : 0.5), 0);
