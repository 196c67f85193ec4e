import { words } from "./i18n/spoken";

type Country = { readonly code: string; readonly name: string };

const lists = new Map<string, readonly Country[]>();

/** Code ISO 3166-1 alpha-2 and name in the language of the page, in the order of its names. */
export function countries(): readonly Country[] {
  const { noms } = words().pays;
  const list =
    lists.get(noms) ??
    noms.split("|").map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3) }));
  lists.set(noms, list);
  return list;
}

/** « Allemagne »; the code itself when it is none of ours. */
export const countryName = (code: string): string =>
  countries().find((one) => one.code === code)?.name ?? code;
