import { fold } from "#server/domain/search";

/** What a person typed, read as a search. */
export type TypedSearch = {
  /** The whole, folded; empty: nothing is searched. */
  readonly text: string;
  /** FTS5 expression over the words of 3 characters and more (trigram), each one quoted; null without any. */
  readonly match: string | null;
  /** Words too short for a trigram. */
  readonly short: readonly string[];
  readonly words: readonly string[];
};

/** Any substring of 3 characters or more, accents and œ folded; FTS5 syntax in it is only text. */
export function typedSearch(typed: string): TypedSearch {
  const text = fold(typed);
  const words = text.split(" ").filter((word) => word !== "");
  const long = words.filter((word) => [...word].length >= 3);
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(" ");
  return {
    text,
    words,
    match: match === "" ? null : match,
    short: words.filter((word) => [...word].length < 3),
  };
}
