import { choiceOf, cursorOf, searchOf } from "../list/list-param";

/** The list of produits an address asks for. */
export function produitQuery(params: URLSearchParams) {
  const sort = choiceOf(params, "tri", ["designation", "prix", "usage", "creation"]);
  return {
    q: searchOf(params),
    sort,
    dir: choiceOf(params, "sens", sort === "designation" ? ["asc", "desc"] : ["desc", "asc"]),
    isArchived: params.get("etat") === "archives",
    cursor: cursorOf(params),
  } as const;
}

export type ProduitListQuery = ReturnType<typeof produitQuery>;
