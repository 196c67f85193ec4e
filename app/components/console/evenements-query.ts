import { choiceOf, cursorOf } from "../list/list-param";

/** The part of the ledger an address asks for. */
export function evenementsQuery(params: URLSearchParams) {
  const type = params.get("type") ?? "";
  const societe = params.get("societe") ?? "";
  return {
    statut: choiceOf(params, "statut", ["", "received", "done", "ignored", "failed"]) || null,
    type: /^[a-z_.]{1,100}$/.test(type) ? type : null,
    societeId: /^[0-9a-f]{32}$/.test(societe) ? societe : null,
    cursor: cursorOf(params),
  } as const;
}
