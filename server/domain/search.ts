const LIGATURES: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  "’": "'",
};

/**
 * The form under which words are searched: lower case, no accents, ligatures opened, one plain space between words.
 * « Cœur  d’Été » and « coeur d'ete » fold to the same text.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæßøđł’]/g, (char) => LIGATURES[char] ?? char)
    .replace(/\s+/g, " ")
    .trim();
}
