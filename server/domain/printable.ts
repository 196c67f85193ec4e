import { FONT_COVERAGE } from "./font-coverage.ts";

/** Prints as nothing: controls, formats (zero-width, direction), lone surrogates, private use, emoji modifiers. */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}\p{Emoji_Modifier}]|\u20e3/gu;
const LONG_WORD = /[^\s\u200b]{25,}/gu;
const LOOSE_MARK = / (?=[:;!?%€»])|(?<=«) /g;
const UNTIL_BREAK = /[^\u200b-]{25,}/gu;
const AFTER_MARK = /[/_.@+&=?]+(?=[^/_.@+&=?])/g;
const TWELVE_LETTERS = /(?:\P{M}\p{M}*){12}/gu;

/** Look-alikes for signs that come from other programs and that the fonts lack. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  "\u2011": "-",
  "\u2012": "–",
  "\u2043": "•",
  "\u25cf": "•",
  "\u25a0": "•",
  "\u2713": "x",
  "\u2714": "x",
};

export type Printable = {
  /** For the page: unbreakable spaces where French wants them, invisible places to break in words over 24 letters. */
  text(text: string): string;
  /** For metadata: the same without places to break. */
  name(text: string): string;
  /** The characters that would become `?`, once each. */
  lost(text: string): readonly string[];
};

/**
 * Make texts printable by the document fonts, whatever their author typed.
 *
 * PDF/A forbids missing glyphs, so a character the fonts lack would make the facture impossible to issue: it becomes
 * its nearest equivalent (`㎡` → `m2`), else `?`. Line breaks are dropped: split a text of several lines before.
 *
 * @param coverage body of a RegExp class of every code point that all fonts have (`FONT_COVERAGE`).
 */
function createPrintable(coverage: string): Printable {
  const covered = new RegExp(`^[${coverage}]*$`, "u");
  const uncovered = new RegExp(`[^${coverage}]`, "gu");

  function replace(char: string): string {
    if (/\p{Zs}/u.test(char)) return " ";
    const substitute = SUBSTITUTES[char] ?? char.normalize("NFKC");
    if (covered.test(substitute)) return substitute;
    const bare = char.normalize("NFKD").replace(/\p{M}/gu, "");
    return covered.test(bare) ? bare : "?";
  }

  const name = (text: string) =>
    text
      .toWellFormed()
      .replace(/\t/g, " ")
      .normalize("NFC")
      .replace(INVISIBLE, "")
      .replace(LOOSE_MARK, "\u00a0")
      .replace(uncovered, replace);

  /** Where a reader would break it: after a mark inside, else every twelve letters. Typst breaks after hyphens. */
  const breakable = (word: string) =>
    word
      .replace(AFTER_MARK, "$&\u200b")
      .replace(UNTIL_BREAK, (part) => part.replace(TWELVE_LETTERS, "$&\u200b"));

  const lost = (text: string) => {
    const strangers = text.toWellFormed().normalize("NFC").replace(INVISIBLE, "").match(uncovered);
    return [...new Set(strangers ?? [])].filter((char) => replace(char) === "?");
  };

  return { name, lost, text: (text) => name(text).replace(LONG_WORD, breakable) };
}

/** With the fonts of our documents. */
export const printable = createPrintable(FONT_COVERAGE);

type Deep =
  | string
  | number
  | boolean
  | undefined
  | { readonly [key: string]: Deep }
  | readonly Deep[];

/** `printable` over every string of a value. */
export function printableDeep<T>(value: T, printable: (text: string) => string): T {
  const walk = (item: Deep): Deep => {
    if (typeof item === "string") return printable(item);
    if (Array.isArray(item)) return item.map(walk);
    if (typeof item !== "object") return item;
    return Object.fromEntries(Object.entries(item).map(([key, part]) => [key, walk(part)]));
  };
  return walk(value as Deep) as T;
}
