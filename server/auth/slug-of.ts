/**
 * The société's name as it reads in an address: ASCII, dashes, at most 48 signs. A name that folds to nothing
 * (an alphabet other than Latin) becomes « societe ».
 */
export function slugOf(nom: string): string {
  const slug = nom
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/['’]/g, "-")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "societe" : slug;
}
