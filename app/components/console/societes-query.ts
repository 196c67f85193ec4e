import { etatsAbonnement } from "#server/domain/etat-abonnement";
import { choiceOf, cursorOf, searchOf } from "../list/list-param";

const sorts = ["activite", "nom", "mrr", "usage", "octets", "creation"] as const;

/** The list of sociétés an address asks for. */
export function societesQuery(params: URLSearchParams) {
  const sort = choiceOf(params, "tri", sorts);
  const etat = choiceOf(params, "etat", ["", ...etatsAbonnement]);
  const usage = choiceOf(params, "usage", ["", "proche", "atteint"]);
  const sante = choiceOf(params, "sante", ["", "saine", "a_voir", "suspendue"]);
  const offre = params.get("offre") ?? "";
  return {
    q: searchOf(params),
    sort,
    dir: choiceOf(params, "sens", sort === "nom" ? ["asc", "desc"] : ["desc", "asc"]),
    etat: etat || null,
    offre: /^[a-z][a-z0-9_]{0,39}$/.test(offre) ? offre : null,
    usage: usage || null,
    sante: sante || null,
    cursor: cursorOf(params),
  } as const;
}
