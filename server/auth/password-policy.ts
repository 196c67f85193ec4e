import { leastScore, passwordLength } from "#server/domain/password-rules";
import { strengthOf } from "./password-strength.ts";

type PasswordProblem =
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_TOO_SHORT_FOR_STAFF"
  | "PASSWORD_TOO_LONG"
  | "PASSWORD_CONTAINS_IDENTITY"
  | "PASSWORD_TOO_COMMON";

type Owner = {
  /** Words an attacker would try first: names, société, username, e-mail address. */
  readonly identity: readonly string[];
  readonly isSuperAdmin?: boolean;
};

/**
 * Why this password is refused, or null. Length, a deny-list and how hard it is to guess; no rule of composition (NIST
 * SP 800-63B-4 §3.1.1.2): a passphrase of four words passes, « Motdepasse2026! » does not.
 */
export async function problemOfPassword(
  password: string,
  { identity, isSuperAdmin = false }: Owner,
): Promise<PasswordProblem | null> {
  const length = [...password].length;
  if (length < passwordLength.least) return "PASSWORD_TOO_SHORT";
  if (isSuperAdmin && length < passwordLength.leastOfStaff) return "PASSWORD_TOO_SHORT_FOR_STAFF";
  if (length > passwordLength.most) return "PASSWORD_TOO_LONG";
  const words = wordsOf(identity);
  const readings = [plainOf(password), withoutDisguise(plainOf(password))].map(lettersOf);
  if (readings.some((reading) => words.some((word) => reading.includes(word))))
    return "PASSWORD_CONTAINS_IDENTITY";
  const { score, isOneWord } = await strengthOf(password, words);
  return score < leastScore || isOneWord ? "PASSWORD_TOO_COMMON" : null;
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

/** Cl4ire → claire. */
const withoutDisguise = (plain: string): string =>
  plain.replace(/[@431!0$57]/g, (sign) => disguises[sign] ?? sign);

const lettersOf = (plain: string): string => plain.replace(/[^\p{L}\p{N}]/gu, "");

/** Whole identities, and the local part of an address; shorter than four letters is too ordinary to forbid. */
const wordsOf = (identity: readonly string[]): string[] =>
  identity
    .flatMap((text) => [text, text.split("@")[0] ?? ""])
    .map((text) => lettersOf(plainOf(text)))
    .filter((word) => word.length >= 4);
