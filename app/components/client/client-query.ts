import { choiceOf, cursorOf, searchOf } from "../list/list-param";

/** The list of clients an address asks for. */
export function clientQuery(params: URLSearchParams) {
  const type = choiceOf(params, "type", ["tous", "professionnel", "particulier"]);
  const sort = choiceOf(params, "tri", ["nom", "ville", "creation"]);
  return {
    q: searchOf(params),
    sort,
    dir: choiceOf(params, "sens", sort === "creation" ? ["desc", "asc"] : ["asc", "desc"]),
    isArchived: params.get("etat") === "archives",
    type: type === "tous" ? null : type,
    cursor: cursorOf(params),
  } as const;
}

export type ClientListQuery = ReturnType<typeof clientQuery>;
